using IpNetwork.App.Data;
using IpNetwork.App.Establishment.Deciding.Reading;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Deciding.Building;

/// <summary>The build plan of a year: what is to be finished, how far it has come, and which days were changed (ASM-02, BLD-01).</summary>
internal sealed class BuildPlanPage(ListBuildPlan list, NodeDirectory directory, IShellContexts shells, TimeProvider clock)
{
    private const string Tab = "build-plan";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(DecidingLinks.PlanPath, (HttpContext context, BuildPlanPage page, CancellationToken ct) => page.ShowAsync(context, ct))
            .ExcludeFromDescription().AtNode().Allow(DecidingPolicy.See);
        app.MapGet($"{DecidingLinks.PlanPath}/export", (HttpContext context, BuildPlanPage page, CancellationToken ct) => page.ExportAsync(context, ct))
            .ExcludeFromDescription().AtNode().Allow(DecidingPolicy.See);
    }

    private async Task<IResult> ExportAsync(HttpContext context, CancellationToken ct)
    {
        var query = new QueryReader(context.Request.Query);
        var year = query.Number("year", ChinaTime.DayOf(clock.GetUtcNow()).Year, 2000, 2999);
        if (query.Refusals.Count > 0)
        {
            return context.Refused(query.Refusals[0]);
        }

        var nodes = await directory.CurrentAsync(ct);
        return Exports.Of<BuildPlanLine>($"{year} 年建设计划",
        [
            new("编号", 22, line => line.Number),
            new("平台", 26, line => line.PlaceName),
            new("种类", 18, line => line.Kind is { } kind ? NodeWords.Of(kind) : null),
            new("属地", 12, line => CityOf(nodes, line)),
            new("建设主体", 36, line => line.Builder),
            new("状态", 16, line => line.Status.Chinese()),
            new("建成期限", 12, line => line.BuildDueOn),
            new("完成（%）", 10, line => line.Percent),
            new("最近登记", 12, line => line.LastProgressOn),
            new("期限调整", 40, line => string.Join('；', line.Extensions.Select(Told))),
            new("指导处室", 16, line => line.GuidingOffice),
        ], await list.HandleAsync(year, ct));
    }

    private async Task<IResult> ShowAsync(HttpContext context, CancellationToken ct)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var query = new QueryReader(context.Request.Query);
        var year = query.Number("year", today.Year, 2000, 2999);
        var isReadable = query.Refusals.Count == 0;
        var lines = isReadable ? await list.HandleAsync(year, ct) : [];
        var years = await list.YearsAsync(ct);
        var nodes = await directory.CurrentAsync(ct);
        var model = new BuildPlanView
        {
            Year = year,
            Years = [.. years.Append(today.Year).Append(year).Distinct().OrderDescending().Select(one => new SegmentView($"{one} 年", DecidingLinks.Plan(context, one), null, one == year))],
            Figures =
            [
                new("列入计划", Say.Count(lines.Count), "个"),
                new("已经认定", Say.Count(lines.Count(line => line.Status is ApplicationStatus.Accepted)), "个"),
                new("已经超期", Say.Count(lines.Count(line => IsLate(line, today))), "个"),
                new("调整过期限", Say.Count(lines.Count(line => line.Extensions.Count > 0)), "个"),
            ],
            Rows =
            [
                .. lines.Select(line => new BuildPlanRow(
                    line.Status is ApplicationStatus.InBuildPlan or ApplicationStatus.Building ? Deadlines.InDays(line.BuildDueOn, today) : null, line.BuildDueOn,
                    new(line.Number, DecidingLinks.Application(context, line.Number)), line.PlaceName, line.Kind is { } kind ? NodeWords.Of(kind) : "",
                    CityOf(nodes, line),
                    line.Builder, DecidingWords.Status(line.Status), line.Percent, line.LastProgressOn, [.. line.Extensions.Select(Told)], line.GuidingOffice)),
            ],
            Queue = new("设立申报", DecidingLinks.Queue(context)),
            ExportHref = lines.Count == 0 ? null : $"{context.Request.PathBase}{DecidingLinks.PlanPath}/export?year={year}",
        };
        return new RazorComponentResult<BuildPlan>(new { Shell = await shells.ForAsync(context, Tab, ct), Model = model })
        {
            StatusCode = isReadable ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static string CityOf(NodeDirectory.Snapshot nodes, BuildPlanLine line) =>
        (nodes.BySlug(line.Parent) is { } parent ? nodes.Ladder(parent).FirstOrDefault(node => node.Kind is NodeKind.City) : null)?.ShortName ?? "全省";

    private static string Told(BuildExtension extension) => $"{Say.Day(extension.From)} 改为 {Say.Day(extension.To)}：{extension.Reason}";

    private static bool IsLate(BuildPlanLine line, DateOnly today) => line.Status is ApplicationStatus.InBuildPlan or ApplicationStatus.Building && line.BuildDueOn < today;
}

public sealed record BuildPlanView
{
    public required int Year { get; init; }
    public required IReadOnlyList<SegmentView> Years { get; init; }
    public required IReadOnlyList<FigureView> Figures { get; init; }
    public required IReadOnlyList<BuildPlanRow> Rows { get; init; }
    public required LinkView Queue { get; init; }
    public string? ExportHref { get; init; }
}

public sealed record BuildPlanRow(
    DeadlineView? Clock, DateOnly DueOn, LinkView Number, string Place, string Kind, string City, string Builder, StatusView Status, int? Percent, DateOnly? LastProgressOn, IReadOnlyList<string> Extensions, string GuidingOffice);
