using System.Globalization;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Funding;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Funding;

/// <summary>A node's own funds, year by year (FND-07).</summary>
internal sealed class LocalFundsPages(RecordLocalFunds funds, IShellContexts shells, TimeProvider clock)
{
    public const string Path = "/workbench/local-funds";

    public static void Map(IEndpointRouteBuilder local)
    {
        local.MapGet("", (HttpContext context, LocalFundsPages pages) => pages.ShowAsync(context, null, [])).Allow(FundingPolicy.SeeLocal);
        local.MapPost("", (HttpContext context, LocalFundsPages pages, Actor actor) => pages.RecordAsync(context, actor)).Allow(FundingPolicy.WriteLocal);
    }

    private async Task<IResult> ShowAsync(HttpContext context, Dictionary<string, string>? typed, IReadOnlyList<Refusal> refusals)
    {
        var rows = await funds.AllAsync(context.RequestAborted);
        var last = ChinaTime.DayOf(clock.GetUtcNow()).Year;
        var asked = int.TryParse(context.Request.Query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : last;
        var chosen = rows.FirstOrDefault(row => row.Year == asked);
        return new RazorComponentResult<LocalFundsPage>(new Dictionary<string, object?>
        {
            ["Shell"] = await shells.ForAsync(context, "local-funds", context.RequestAborted),
            ["Model"] = new LocalFundsPageView
            {
                Action = context.Request.PathBase + Path,
                Rows = rows,
                Form = FormState.Of(typed ?? Given(chosen, asked)).Refused(refusals),
                Version = typed is null ? chosen?.ETag.Trim('"') : typed.GetValueOrDefault(IfMatch.Field),
                MayWrite = FundingPolicy.WriteLocal.LetsIn(context.Features.Get<ActingRoles>()?.Roles ?? []),
                Years = [.. Enumerable.Range(last - LocalFunds.YearsBack, LocalFunds.YearsBack + 1).Reverse().Select(y => new FieldOption($"{y}", $"{y} 年"))],
            },
        })
        { StatusCode = refusals.Count > 0 ? Answers.StatusOf(refusals[0]) : StatusCodes.Status200OK };
    }

    private static Dictionary<string, string> Given(LocalFundsView? chosen, int year) => chosen is null
        ? new() { ["year"] = $"{year}", ["unit"] = "wan" }
        : new() { ["year"] = $"{year}", ["unit"] = "yuan", ["amount"] = chosen.Amount.ToString("0.##", CultureInfo.InvariantCulture), ["source"] = chosen.Source, ["note"] = chosen.Note };

    private async Task<IResult> RecordAsync(HttpContext context, Actor actor)
    {
        var typed = await PageAnswers.TypedAsync(context);
        var outcome = await funds.HandleAsync(typed.GetValueOrDefault("year"), new(typed.GetValueOrDefault("amount"), typed.GetValueOrDefault("unit"), typed.GetValueOrDefault("source"), typed.GetValueOrDefault("note")), await IfMatch.FindAsync(context), actor, context.RequestAborted);
        return outcome.IsDone ? PageAnswers.Go(context.Request.PathBase + Path) : await ShowAsync(context, typed, outcome.Refusals);
    }
}
