using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Calendar;

/// <summary>The province takes in a State Council notice; the same checks as for a pack's.</summary>
internal static class ImportCalendar
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/nodes/{node}/calendars", HandleAsync)
            .Produces<CalendarImported>(201)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithName("ImportCalendar")
            .WithSummary("载入一年的放假通知，重算它影响的期限")
            .CreatesOnce()
            .AtNode()
            .Allow(CalendarPolicy.WhoImports);

    private static async Task<IResult> HandleAsync(NoticeBody body, CurrentNode current, INoticeImport import, Actor actor, CancellationToken ct)
    {
        if (current.Node.Kind is not NodeKind.Province)
        {
            return Answers.Problem(CalendarRefusals.OnlyProvince());
        }

        var notice = body.Read();
        if (!notice.IsDone)
        {
            return Answers.Problem(notice.Refusals);
        }

        var outcome = await import.ImportAsync(actor, [notice.Value], ct);
        return outcome.IsDone
            ? Results.Created($"/api/v1/nodes/{current.Node.Slug}/calendar/{notice.Value.Year}", new CalendarImported(notice.Value.Year, outcome.Value.Change.Days, outcome.Value.Moved.Count))
            : Answers.Problem(outcome.Refusals);
    }
}

internal sealed record NoticeBody
{
    public int Year { get; init; }

    public string? Document { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public IReadOnlyList<CalendarDay?>? Days { get; init; }

    public Outcome<CalendarYear> Read() => CalendarYear.Create(Year, Document, IssuedOn, [.. (Days ?? []).OfType<CalendarDay>()]);
}

/// <param name="ChangedDays">Days that became or ceased to be work days.</param>
/// <param name="MovedDeadlines">Running limits that now fall on another day.</param>
internal sealed record CalendarImported(int Year, IReadOnlyList<ChangedDay> ChangedDays, int MovedDeadlines);
