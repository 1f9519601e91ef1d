using IpNetwork.App.Data;
using IpNetwork.App.Establishment.Deciding.Reading;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Establishment.Deciding.Queue;

/// <summary>The province's queue: what burns first, states with counts, filters, all by due day.</summary>
internal sealed class QueuePage(ListApplications list, ApplicationBook book, NodeDirectory directory, CurrentNode current, IShellContexts shells, TimeProvider clock)
{
    private const string Export = "export";

    private static readonly (string Key, string Text, ApplicationStatus[] Statuses)[] Stages =
    [
        ("open", "在办", [ApplicationStatus.Submitted, ApplicationStatus.Returned, ApplicationStatus.UnderAssessment, ApplicationStatus.InBuildPlan, ApplicationStatus.Building, ApplicationStatus.AcceptanceRequested]),
        ("new", "待形式审查", [ApplicationStatus.Submitted]),
        ("returned", "退回补正", [ApplicationStatus.Returned]),
        ("assessing", "评估中", [ApplicationStatus.UnderAssessment]),
        ("building", "建设", [ApplicationStatus.InBuildPlan, ApplicationStatus.Building]),
        ("acceptance", "等待验收", [ApplicationStatus.AcceptanceRequested]),
        ("ended", "已结束", [ApplicationStatus.Accepted, ApplicationStatus.Rejected, ApplicationStatus.Withdrawn]),
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(DecidingLinks.QueuePath, (HttpContext context, QueuePage page, CancellationToken ct) => page.ShowAsync(context, ct))
            .ExcludeFromDescription().AtNode().Allow(DecidingPolicy.See);
        app.MapGet($"{DecidingLinks.QueuePath}/{Export}", (HttpContext context, QueuePage page, CancellationToken ct) => page.ExportAsync(context, ct))
            .ExcludeFromDescription().AtNode().Allow(DecidingPolicy.See);
    }

    private async Task<IResult> ExportAsync(HttpContext context, CancellationToken ct)
    {
        var query = new QueryReader(context.Request.Query);
        var stage = query.Word("stage", [.. Stages.Select(one => one.Key)]) ?? Stages[0].Key;
        var filter = ApplicationFilter.Read(query) with { Statuses = Stages.First(one => one.Key == stage).Statuses };
        if (query.Refusals.Count > 0)
        {
            return context.Refused(query.Refusals[0]);
        }

        var nodes = await directory.CurrentAsync(ct);
        return Exports.Of<ApplicationLine>("设立申报",
        [
            new("编号", 22, line => line.Number),
            new("平台", 26, line => line.PlaceName),
            new("种类", 18, line => line.Kind is { } kind ? NodeWords.Of(kind) : null),
            new("属地", 12, line => CityOf(nodes, line)),
            new("建设主体", 36, line => line.Builder),
            new("状态", 16, line => line.Status.Chinese()),
            new("申报年度", 10, line => line.ApplicationYear),
            new("提交", 18, line => line.SubmittedAt),
            new("到期日", 12, line => line.DueOn),
            new("属地意见", 12, line => DecidingWords.Opinion(line.Opinion)),
            new("下一步", 14, Next),
        ], await list.AllAsync(filter, Exports.MostRows + 1, ct));
    }

    private async Task<IResult> ShowAsync(HttpContext context, CancellationToken ct)
    {
        var query = new QueryReader(context.Request.Query);
        var stage = query.Word("stage", [.. Stages.Select(one => one.Key)]) ?? Stages[0].Key;
        var asked = ApplicationFilter.Read(query);
        var isReadable = query.Refusals.Count == 0;
        var filter = asked with { Statuses = Stages.First(one => one.Key == stage).Statuses, Limit = 50 };
        var page = isReadable ? await list.HandleAsync(filter, ct) : new([], null);
        var counts = isReadable ? await list.CountAsync(filter with { Statuses = [] }, ct) : new Dictionary<ApplicationStatus, int>();
        var late = isReadable ? await list.CountAsync(new() { Overdue = true, Statuses = Stages[0].Statuses }, ct) : new Dictionary<ApplicationStatus, int>();
        var typed = context.Request.Query.ToDictionary(one => one.Key, one => one.Value.ToString());
        var nodes = await directory.CurrentAsync(ct);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var calendar = (await book.RulesAsync(ct)).Calendar;
        var model = new QueueView
        {
            Action = DecidingLinks.Queue(context),
            Filter = FormState.Of(typed).Refused(query.Refusals),
            Stage = stage,
            Stages = [.. Stages.Select(one => new SegmentView(one.Text, Link(context, typed, ("stage", one.Key), ("cursor", null)), one.Statuses.Sum(status => counts.GetValueOrDefault(status)), one.Key == stage))],
            Kinds = [new("", "全部种类"), .. new[] { NodeKind.City, NodeKind.KeyPark, NodeKind.County, NodeKind.Workstation }.Select(kind => new FieldOption(kind.ToString(), NodeWords.Of(kind)))],
            Cities = [new("", "全省"), .. nodes.ChildrenOf(current.Id).Where(node => node.Kind is NodeKind.City).OrderBy(node => node.DivisionCode, StringComparer.Ordinal).Select(node => new FieldOption(node.Slug, node.ShortName))],
            Late = late.Values.Sum(),
            LateHref = Link(context, new(), ("overdue", "true")),
            Rows = [.. page.Items.Select(line => Row(context, line, nodes, today, calendar))],
            Pages = new(page.Items.Count, filter.Statuses.Sum(status => counts.GetValueOrDefault(status)), filter.After is null ? null : Link(context, typed, ("cursor", null)), page.NextCursor is { } next ? Link(context, typed, ("cursor", next)) : null) { Unit = "份" },
            Plan = new("建设计划", DecidingLinks.Plan(context)),
            ExportHref = page.Items.Count == 0 ? null : ExportOf(context, typed),
        };
        return new RazorComponentResult<ApplicationQueue>(new { Shell = await shells.ForAsync(context, ApplicationPage.Tab, ct), Model = model })
        {
            StatusCode = isReadable ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    internal static QueueRow Row(HttpContext context, ApplicationLine line, NodeDirectory.Snapshot nodes, DateOnly today, WorkCalendar calendar)
    {
        var href = DecidingLinks.Application(context, line.Number);
        return new(
            DecidingWords.Clock(line.Status, line.DueOn, today, calendar), line.DueOn, new(line.Number, href), line.PlaceName, line.Kind is { } kind ? NodeWords.Of(kind) : "", CityOf(nodes, line),
            line.Builder, DecidingWords.Status(line.Status), DecidingWords.Opinion(line.Opinion), new(Next(line), href));
    }

    private static string CityOf(NodeDirectory.Snapshot nodes, ApplicationLine line) =>
        (nodes.BySlug(line.Parent) is { } parent ? nodes.Ladder(parent).FirstOrDefault(node => node.Kind is NodeKind.City) : null)?.ShortName ?? "全省";

    private static string Next(ApplicationLine line) => line.Status switch
    {
        ApplicationStatus.Submitted => "形式审查",
        ApplicationStatus.Returned => "等建设主体",
        ApplicationStatus.UnderAssessment => line.AwaitsDecision ? "作出决定" : "登记评估",
        ApplicationStatus.InBuildPlan or ApplicationStatus.Building => "看进度",
        ApplicationStatus.AcceptanceRequested => line.AwaitsConfirmation ? "确认验收" : "登记验收",
        _ => "查看",
    };

    private static string ExportOf(HttpContext context, Dictionary<string, string> typed) =>
        Link(context, typed, ("cursor", null)).Replace(DecidingLinks.QueuePath, $"{DecidingLinks.QueuePath}/{Export}", StringComparison.Ordinal);

    private static string Link(HttpContext context, Dictionary<string, string> typed, params (string Name, string? Value)[] changes)
    {
        var parts = typed.Where(part => part.Value.Length > 0 && changes.All(change => change.Name != part.Key))
            .Concat(changes.Where(change => change.Value is not null).Select(change => KeyValuePair.Create(change.Name, change.Value ?? "")));
        return DecidingLinks.Queue(context) + QueryString.Create(parts.Select(part => KeyValuePair.Create(part.Key, (string?)part.Value)));
    }
}

public sealed record QueueView
{
    public required string Action { get; init; }
    public required FormState Filter { get; init; }
    public required string Stage { get; init; }
    public required IReadOnlyList<SegmentView> Stages { get; init; }
    public required IReadOnlyList<FieldOption> Kinds { get; init; }
    public required IReadOnlyList<FieldOption> Cities { get; init; }

    /// <summary>Applications in hand whose day has passed.</summary>
    public required int Late { get; init; }
    public required string LateHref { get; init; }
    public required IReadOnlyList<QueueRow> Rows { get; init; }
    public required PagerView Pages { get; init; }
    public required LinkView Plan { get; init; }
    public string? ExportHref { get; init; }
}

public sealed record QueueRow(DeadlineView? Clock, DateOnly? DueOn, LinkView Number, string Place, string Kind, string City, string Builder, StatusView Status, string Opinion, LinkView Next);
