using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Deciding.Queue;

/// <summary>Applications by due day: all of the province's, or those of a city's territory.</summary>
internal sealed class ListApplications(NodeDirectory directory, ProvinceReading reading, CurrentNode acting, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapGet("/applications", async (HttpRequest request, ListApplications list, CancellationToken ct) =>
            {
                var query = new QueryReader(request.Query);
                var filter = ApplicationFilter.Read(query);
                return query.Refusals.Count > 0 ? Answers.Problem(query.Refusals) : TypedResults.Ok(await list.HandleAsync(filter, ct));
            })
            .Produces<ListOf<ApplicationLine>>().ProducesProblem(400).ProducesProblem(403)
            .WithName("ListApplications")
            .WithSummary("设立申报，按期限先后；市（州）平台只见辖区内的")
            .Takes("status", "kind", "city", "q", "overdue", "awaitsOpinion", "cursor", "limit")
            .AtNode()
            .Allow(DecidingPolicy.Read);

    public async Task<ListOf<ApplicationLine>> HandleAsync(ApplicationFilter filter, CancellationToken ct)
    {
        if (await TerritoryAsync(filter, ct) is not { } territory)
        {
            return new([], null);
        }

        var found = await reading.RowsAsync(db => filter.Page(Asked(db, filter, territory)).Take(filter.Limit + 1).Select(ApplicationLine.Of).ToListAsync(ct), ct);
        var page = found.Take(filter.Limit).ToList();
        return new(page, found.Count > filter.Limit ? ApplicationFilter.CursorOf(page[^1]) : null);
    }

    /// <summary>Everything asked for at once, up to a number of lines.</summary>
    public async Task<IReadOnlyList<ApplicationLine>> AllAsync(ApplicationFilter filter, int most, CancellationToken ct) => await TerritoryAsync(filter, ct) is { } territory
        ? await reading.RowsAsync(db => (filter with { After = null }).Page(Asked(db, filter, territory)).Take(most).Select(ApplicationLine.Of).ToListAsync(ct), ct)
        : [];

    /// <summary>How many there are in each state, other conditions being the same.</summary>
    public async Task<IReadOnlyDictionary<ApplicationStatus, int>> CountAsync(ApplicationFilter filter, CancellationToken ct) =>
        await TerritoryAsync(filter, ct) is not { } territory
            ? new Dictionary<ApplicationStatus, int>()
            : await reading.RowsAsync(db => Asked(db, filter, territory).GroupBy(a => a.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct), ct);

    private IQueryable<EstablishmentApplication> Asked(NetworkDb db, ApplicationFilter filter, Territory territory) =>
        filter.Apply(db.Set<EstablishmentApplication>().AsNoTracking(), territory.Slugs, ChinaTime.DayOf(clock.GetUtcNow()));

    /// <summary>Null where the acting node has no applications to see.</summary>
    private async Task<Territory?> TerritoryAsync(ApplicationFilter filter, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        return acting.Node.Kind switch
        {
            NodeKind.Province when filter.City is null => new Territory(null),
            NodeKind.Province => nodes.BySlug(filter.City) is { } city && acting.Node.Path.Covers(city.PathValue()) ? Territory.Of(nodes, city) : null,
            NodeKind.City when nodes.ById(acting.Id) is { } own => Territory.Of(nodes, own),
            _ => null,
        };
    }
}

/// <summary>One line of the list.</summary>
internal sealed record ApplicationLine
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required NodeKind? Kind { get; init; }
    public required string PlaceName { get; init; }
    public required string Parent { get; init; }
    public required string Builder { get; init; }
    public required ApplicationStatus Status { get; init; }
    public required DateOnly? DueOn { get; init; }
    public required bool IsDueProvisional { get; init; }
    public required DateTimeOffset? SubmittedAt { get; init; }
    public required int? ApplicationYear { get; init; }
    public required OpinionState Opinion { get; init; }
    public required DateOnly? OpinionDueOn { get; init; }

    /// <summary>A conclusion waits for the approver.</summary>
    public required bool AwaitsDecision { get; init; }

    /// <summary>An acceptance is written down and waits for another person.</summary>
    public required bool AwaitsConfirmation { get; init; }

    public static System.Linq.Expressions.Expression<Func<EstablishmentApplication, ApplicationLine>> Of { get; } = a => new ApplicationLine
    {
        Id = a.Id,
        Number = a.Number ?? "",
        Kind = a.Kind,
        PlaceName = a.PlaceName,
        Parent = a.ParentSlug,
        Builder = a.BuilderName,
        Status = a.Status,
        DueOn = a.DueOn,
        IsDueProvisional = a.IsDueProvisional,
        SubmittedAt = a.SubmittedAt,
        ApplicationYear = a.ApplicationYear,
        Opinion = DecidingWords.OpinionOf(a.Kind, a.Opinion),
        OpinionDueOn = a.OpinionDueOn,
        AwaitsDecision = a.Status == ApplicationStatus.UnderAssessment && a.Proposal != null,
        AwaitsConfirmation = a.Status == ApplicationStatus.AcceptanceRequested && a.Inspections.Any(i => i.Qualifies != null && i.ConfirmedBy == null),
    };
}
