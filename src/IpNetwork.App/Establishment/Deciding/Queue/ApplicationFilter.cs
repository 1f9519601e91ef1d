using System.Globalization;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Deciding.Queue;

/// <summary>Which applications are asked for. They stand by due day, and a page begins where the last one ended.</summary>
internal sealed record ApplicationFilter
{
    private const int LongestCursor = 40;

    public IReadOnlyList<ApplicationStatus> Statuses { get; init; } = [];
    public NodeKind? Kind { get; init; }

    /// <summary>Slug of the city in whose territory they lie.</summary>
    public string? City { get; init; }
    public string? Words { get; init; }
    public bool Overdue { get; init; }
    public bool AwaitsOpinion { get; init; }
    public (DateOnly Due, Guid Id)? After { get; init; }
    public int Limit { get; init; } = QueryReader.DefaultLimit;

    public static ApplicationFilter Read(QueryReader query) => new()
    {
        Statuses = query.Choice<ApplicationStatus>("status") is { } status ? [status] : [],
        Kind = query.Choice<NodeKind>("kind"),
        City = query.Text("city", 40),
        Words = query.Text("q", 60),
        Overdue = query.Flag("overdue"),
        AwaitsOpinion = query.Flag("awaitsOpinion"),
        After = Cursor(query),
        Limit = query.Limit(),
    };

    /// <param name="territory">Slugs of the city and what stands below it; null where none is asked for.</param>
    public IQueryable<EstablishmentApplication> Apply(IQueryable<EstablishmentApplication> applications, IReadOnlyList<string>? territory, DateOnly today)
    {
        applications = applications.Where(a => a.Number != null);
        if (Statuses.Count > 0)
        {
            applications = applications.Where(a => Statuses.Contains(a.Status));
        }

        if (Kind is { } kind)
        {
            applications = applications.Where(a => a.Kind == kind);
        }

        if (territory is not null)
        {
            applications = applications.Where(a => territory.Contains(a.ParentSlug) && a.Kind != NodeKind.City);
        }

        if (Words is { } words)
        {
            applications = applications.Where(a => a.PlaceName.Contains(words) || a.BuilderName.Contains(words) || a.Number == words);
        }

        if (AwaitsOpinion)
        {
            applications = applications.Where(a => a.Opinion == null && (a.Status == ApplicationStatus.Submitted || a.Status == ApplicationStatus.UnderAssessment));
        }

        return Overdue ? applications.Where(a => a.DueOn < today) : applications;
    }

    public IQueryable<EstablishmentApplication> Page(IQueryable<EstablishmentApplication> applications)
    {
        var sorted = applications.OrderBy(a => a.DueOn ?? DateOnly.MaxValue).ThenBy(a => a.Id);
        if (After is not var (due, id))
        {
            return sorted;
        }

        return sorted.Where(a => (a.DueOn ?? DateOnly.MaxValue) > due || ((a.DueOn ?? DateOnly.MaxValue) == due && a.Id.CompareTo(id) > 0));
    }

    public static string CursorOf(ApplicationLine last) => $"{(last.DueOn ?? DateOnly.MaxValue).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}{last.Id:n}";

    private static (DateOnly, Guid)? Cursor(QueryReader query)
    {
        if (query.Text("cursor", LongestCursor) is not { } text)
        {
            return null;
        }

        if (text.Length == LongestCursor && DateOnly.TryParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) && Guid.TryParseExact(text.AsSpan(8), "n", out var id))
        {
            return (due, id);
        }

        query.Refuse(Refusal.Input("UNKNOWN_VALUE", "cursor", "这个值不是本列表给出的，请从第一页看起。"));
        return null;
    }
}
