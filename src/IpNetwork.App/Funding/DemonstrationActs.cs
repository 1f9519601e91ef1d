using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Funding;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Funding;

/// <summary>The province marks demonstration platforms and ends it again (FND-06).</summary>
internal sealed class DemonstrationActs(NetworkDb db, UnitOfWork work, CurrentNode current, NodeDirectory directory, TimeProvider clock)
{
    public async Task<IReadOnlyList<DemonstrationView>> AllAsync(CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        var all = await db.Set<Demonstration>().OrderByDescending(d => d.From).ToListAsync(ct);
        return [.. all.Select(d => new DemonstrationView(d.Id, nodes.ById(d.Platform)?.Slug ?? "", nodes.ById(d.Platform)?.ShortName ?? "", d.From, d.To, d.DocumentNumber, ETags.Of(db.VersionOf(d))))];
    }

    public Task<Outcome<string>> BeginAsync(DemonstrationText text, Actor actor, CancellationToken ct) => work.CommitAsync(actor, async deed =>
    {
        if ((await directory.CurrentAsync(ct)).BySlug(text.Platform?.Trim() ?? "") is not { } node || node.NetworkId != current.Id || node.Kind is NodeKind.Province)
        {
            return FundingRefusals.UnknownPlatform();
        }

        var demonstration = Demonstration.Begin(current.Id, node.Id, Day(text.From), text.DocumentNumber, await db.Set<Demonstration>().AnyAsync(d => d.Platform == node.Id && d.To == null, ct), clock.GetUtcNow());
        if (!demonstration.IsDone)
        {
            return Outcome.Refused<string>(demonstration.Refusals);
        }

        db.Add(demonstration.Value);
        deed.Happened(new("funding.demonstration-begun", "node", node.Slug, $"认定{node.ShortName}为示范平台"));
        return demonstration.Value.Id.ToString();
    }, ct);

    public Task<Outcome> EndAsync(Guid id, string? to, IfMatch seen, Actor actor, CancellationToken ct) => work.CommitAsync(actor, async deed =>
    {
        if (await db.Set<Demonstration>().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } demonstration)
        {
            return Answers.Absent;
        }

        if (db.IsStale(demonstration, seen))
        {
            return WriteConflicts.Stale;
        }

        var ended = demonstration.End(Day(to), clock.GetUtcNow());
        if (ended.IsDone)
        {
            deed.Happened(new("funding.demonstration-ended", "demonstration", id.ToString(), "终止示范平台"));
        }

        return ended;
    }, ct);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

internal sealed record DemonstrationText(string? Platform, string? From, string? DocumentNumber);

internal sealed record DemonstrationEnd(string? To);

public sealed record DemonstrationView(Guid Id, string Platform, string PlatformName, DateOnly From, DateOnly? To, string DocumentNumber, string ETag);
