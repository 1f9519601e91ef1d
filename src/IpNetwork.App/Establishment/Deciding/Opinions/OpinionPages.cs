using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Establishment.Deciding.Queue;
using IpNetwork.App.Establishment.Deciding.Reading;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Establishment.Deciding.Opinions;

/// <summary>At the city's workbench: applications that wait for its opinion, each as a document with the form below.</summary>
internal sealed class OpinionPages(
    ListApplications list, ShowApplication show, GiveOpinion give, ApplicationViews views, IWorkCalendars calendars, NodeDirectory directory, CurrentNode current, IShellContexts shells, TimeProvider clock)
{
    private const string Tab = "opinions";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(DecidingLinks.OpinionsPath, (HttpContext context, OpinionPages pages, CancellationToken ct) => pages.ListAsync(context, ct))
            .ExcludeFromDescription().AtNode().Allow(DecidingPolicy.Recommend);
        app.MapGet($"{DecidingLinks.OpinionsPath}/{{number}}", (string number, HttpContext context, OpinionPages pages, CancellationToken ct) => pages.ShowAsync(number, context, null, [], ct))
            .ExcludeFromDescription().AtNode().Allow(DecidingPolicy.Recommend);
        app.MapPost($"{DecidingLinks.OpinionsPath}/{{number}}", (string number, HttpContext context, OpinionPages pages, IfMatch seen, Actor actor, CancellationToken ct) => pages.SendAsync(number, context, seen, actor, ct))
            .ExcludeFromDescription().AtNode().Allow(DecidingPolicy.Recommend);
    }

    private async Task<IResult> ListAsync(HttpContext context, CancellationToken ct)
    {
        var query = new QueryReader(context.Request.Query);
        var isAll = query.Word("stage", "waiting", "all") == "all";
        var filter = ApplicationFilter.Read(query) with { Statuses = [], AwaitsOpinion = !isAll, Limit = QueryReader.MaxLimit };
        var isReadable = query.Refusals.Count == 0;
        var found = isReadable ? await list.HandleAsync(filter, ct) : new([], null);
        var waiting = isReadable ? (await list.CountAsync(new() { AwaitsOpinion = true }, ct)).Values.Sum() : 0;
        var nodes = await directory.CurrentAsync(ct);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var calendar = await calendars.OfAsync(current.Node.NetworkId, ct);
        var model = new OpinionQueueView(
            [new("待提意见", $"{DecidingLinks.Opinions(context)}?stage=waiting", waiting, !isAll), new("辖区全部", $"{DecidingLinks.Opinions(context)}?stage=all", null, isAll)],
            [
                .. found.Items.OrderBy(line => line.OpinionDueOn ?? DateOnly.MaxValue).Select(line => new OpinionRow(
                    line.Opinion is OpinionState.Pending && line.OpinionDueOn is { } due ? Deadlines.InWorkDays(due, today, calendar) : null, line.OpinionDueOn,
                    new(line.Number, DecidingLinks.Opinion(context, line.Number)), line.PlaceName, line.Kind is { } kind ? NodeWords.Of(kind) : "", nodes.BySlug(line.Parent)?.ShortName ?? "",
                    line.Builder, DecidingWords.Status(line.Status), DecidingWords.Opinion(line.Opinion))),
            ],
            current.Node.Kind is NodeKind.City);
        return new RazorComponentResult<OpinionQueue>(new { Shell = await shells.ForAsync(context, Tab, ct), Model = model })
        {
            StatusCode = isReadable ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private async Task<IResult> ShowAsync(string number, HttpContext context, FormState? typed, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        if (await show.FindAsync(number, ct) is not var (application, version, rules))
        {
            return Results.NotFound();
        }

        var mayAnswer = application.Stops(Domain.Establishment.ApplicationAct.GiveOpinion, new(Guid.Empty, "", clock.GetUtcNow())) is null;
        var model = new OpinionPageView
        {
            Head = await views.HeadAsync(application, rules, ct) with
            {
                Clock = application.OpinionDueOn is { } due && mayAnswer ? Deadlines.InWorkDays(due, ChinaTime.DayOf(clock.GetUtcNow()), rules.Calendar) : null,
                DueOn = mayAnswer ? application.OpinionDueOn : null,
            },
            List = new("属地意见", DecidingLinks.Opinions(context)),
            Content = await views.ContentAsync(application, rules, null, ct),
            Opinion = ApplicationViews.Opinion(application, await directory.CurrentAsync(ct)),
            MayAnswer = mayAnswer,
            Action = DecidingLinks.Opinion(context, number),
            Version = typed?.Value(IfMatch.Field) is { Length: > 0 } seen ? seen : version.ToString(CultureInfo.InvariantCulture),
            Form = (typed ?? FormState.Empty).Refused(refusals),
        };
        return new RazorComponentResult<OpinionPage>(new { Shell = await shells.ForAsync(context, Tab, ct), Model = model })
        {
            StatusCode = refusals.Count == 0 ? StatusCodes.Status200OK : Answers.StatusOf(refusals[0]),
        };
    }

    private async Task<IResult> SendAsync(string number, HttpContext context, IfMatch seen, Actor actor, CancellationToken ct)
    {
        var typed = await TypedForm.ReadAsync(context);
        var outcome = await give.HandleAsync(number, new(typed.Flag("recommends"), typed.Text("text")), seen, actor, ct);
        return outcome.IsDone ? Results.Redirect(DecidingLinks.Opinions(context))
            : outcome.Refusals[0] == DecidingDesk.Absent ? Results.NotFound()
            : await ShowAsync(number, context, typed.Form, outcome.Refusals, ct);
    }
}

public sealed record OpinionQueueView(IReadOnlyList<SegmentView> Stages, IReadOnlyList<OpinionRow> Rows, bool IsCity);

public sealed record OpinionRow(DeadlineView? Clock, DateOnly? DueOn, LinkView Number, string Place, string Kind, string Parent, string Builder, StatusView Status, string Opinion);

public sealed record OpinionPageView
{
    public required ApplicationHead Head { get; init; }
    public required LinkView List { get; init; }
    public required ApplicationContent Content { get; init; }
    public OpinionView? Opinion { get; init; }
    public required bool MayAnswer { get; init; }
    public required string Action { get; init; }
    public required string Version { get; init; }
    public required FormState Form { get; init; }
}
