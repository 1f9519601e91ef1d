using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Funding;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Funding;

/// <summary>A node writes down what its locality gave it in a year (FND-07); the figure goes with its annual report.</summary>
internal sealed class RecordLocalFunds(NetworkDb db, UnitOfWork work, CurrentNode current, TimeProvider clock)
{
    public async Task<IReadOnlyList<LocalFundsView>> AllAsync(CancellationToken ct) =>
        [.. (await db.Set<LocalFunds>().OrderByDescending(f => f.Year).ToListAsync(ct)).Select(f => new LocalFundsView(f.Year, f.Amount, f.Source, f.Note, ETags.Of(db.VersionOf(f))))];

    /// <param name="seen">Needed where the year has been written before.</param>
    public async Task<Outcome> HandleAsync(string? typedYear, LocalFundsText text, IfMatch? seen, Actor actor, CancellationToken ct)
    {
        var amount = Yuan.Parse(text.Amount, text.Unit, "amount");
        if (!amount.IsDone)
        {
            return Outcome.Refused(amount.Refusals);
        }

        // Zero is no year and is refused as such.
        _ = int.TryParse(typedYear, NumberStyles.None, CultureInfo.InvariantCulture, out var year);
        return await work.CommitAsync(actor, async deed =>
        {
            var funds = await db.Set<LocalFunds>().SingleOrDefaultAsync(f => f.Year == year, ct);
            if (funds is not null && (seen is null || db.IsStale(funds, seen)))
            {
                return WriteConflicts.Stale;
            }

            var before = funds?.Amount;
            if (funds is null)
            {
                var made = LocalFunds.For(current.Id, year, amount.Value, text.Source, text.Note, clock.GetUtcNow());
                if (!made.IsDone)
                {
                    return Outcome.Refused(made.Refusals);
                }

                db.Add(made.Value);
            }
            else if (funds.Write(amount.Value, text.Source, text.Note, clock.GetUtcNow()) is { IsDone: false } refused)
            {
                return refused;
            }

            deed.Happened(new("funding.local-funds-recorded", "local-funds", $"{year}", $"登记 {year} 年本地工作经费 {amount.Value}") { Detail = new { Before = before, After = amount.Value.Value } });
            return Outcome.Done;
        }, ct);
    }
}

/// <param name="Unit"><c>yuan</c> or <c>wan</c>.</param>
internal sealed record LocalFundsText(string? Amount, string? Unit, string? Source, string? Note);

/// <param name="Amount">In yuan.</param>
public sealed record LocalFundsView(int Year, decimal Amount, string Source, string Note, string ETag);
