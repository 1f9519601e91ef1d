using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Deciding.Building;

/// <summary>What was included for a year: by the day it is to be finished, or by the one it was to be finished before the day was changed.</summary>
internal sealed class ListBuildPlan(NetworkDb db, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapGet("/build-plan", async (HttpRequest request, ListBuildPlan list, TimeProvider clock, CancellationToken ct) =>
            {
                var query = new QueryReader(request.Query);
                var year = query.Number("year", ChinaTime.DayOf(clock.GetUtcNow()).Year, 2000, 2999);
                return query.Refusals.Count > 0 ? Answers.Problem(query.Refusals) : TypedResults.Ok(new ListOf<BuildPlanLine>(await list.HandleAsync(year, ct), null));
            })
            .Produces<ListOf<BuildPlanLine>>().ProducesProblem(400).ProducesProblem(403)
            .WithName("ListBuildPlan")
            .WithSummary("一年的建设计划：期限、进度、调整")
            .Takes("year")
            .AtNode()
            .Allow(DecidingPolicy.See);

    public async Task<IReadOnlyList<BuildPlanLine>> HandleAsync(int year, CancellationToken ct)
    {
        // A day can only have been moved forward, so what was once due in the year is due in it or later.
        var first = new DateOnly(year, 1, 1);
        var included = await db.Set<EstablishmentApplication>().AsNoTracking().Include(a => a.Progress)
            .Where(a => a.BuildDueOn >= first && a.Status != ApplicationStatus.Rejected && a.Status != ApplicationStatus.Withdrawn)
            .OrderBy(a => a.BuildDueOn).ThenBy(a => a.Number)
            .AsSplitQuery()
            .ToListAsync(ct);
        return [.. included.Where(a => a.BuildDueOn?.Year == year || a.Extensions.Any(extension => extension.From.Year == year)).Select(BuildPlanLine.Of)];
    }

    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken ct)
    {
        var years = await db.Set<EstablishmentApplication>().Where(a => a.BuildDueOn != null).Select(a => a.BuildDueOn!.Value.Year).Distinct().ToListAsync(ct);
        return [.. years.Append(ChinaTime.DayOf(clock.GetUtcNow()).Year).Distinct()];
    }
}

internal sealed record BuildPlanLine
{
    public required string Number { get; init; }
    public required NodeKind? Kind { get; init; }
    public required string PlaceName { get; init; }
    public required string Parent { get; init; }
    public required string Builder { get; init; }
    public required ApplicationStatus Status { get; init; }
    public required DateOnly BuildDueOn { get; init; }
    public required int? Percent { get; init; }
    public required DateOnly? LastProgressOn { get; init; }
    public required IReadOnlyList<BuildExtension> Extensions { get; init; }
    public required IReadOnlyList<string> Modules { get; init; }
    public required string GuidingOffice { get; init; }

    public static BuildPlanLine Of(EstablishmentApplication application)
    {
        var last = application.Progress.MaxBy(entry => entry.ReportedAt);
        return new()
        {
            Number = application.Number ?? "",
            Kind = application.Kind,
            PlaceName = application.PlaceName,
            Parent = application.ParentSlug,
            Builder = application.BuilderName,
            Status = application.Status,
            BuildDueOn = application.BuildDueOn ?? default,
            Percent = last?.Percent,
            LastProgressOn = last?.HappenedOn,
            Extensions = application.Extensions,
            Modules = application.Modules,
            GuidingOffice = application.Proposal?.GuidingOffice ?? "",
        };
    }
}
