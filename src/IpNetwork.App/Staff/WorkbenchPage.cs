using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Staff;

/// <summary>What must I do: every room's waiting work, the own node, and what happened last.</summary>
internal sealed class WorkbenchPage(
    NetworkDb db, NodeDirectory directory, CurrentNode current, IEnumerable<IToDoList> lists, IWorkCalendars calendars, IShellContexts shells, TimeProvider clock)
{
    private const string Path = "/workbench";
    private const int Newest = 6;
    private const int Unready = 8;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Path, (HttpContext context, WorkbenchPage page, CancellationToken ct) => page.ShowAsync(context, ct))
            .ExcludeFromDescription().AtNode().Allow(RouteRule.Members);

    private async Task<IResult> ShowAsync(HttpContext context, CancellationToken ct)
    {
        var shell = await shells.ForAsync(context, "workbench", ct);
        var roles = context.Features.Get<ActingRoles>()?.Roles ?? [];
        var desk = new Desk(current.Node, roles, ChinaTime.DayOf(clock.GetUtcNow()), context.Request.PathBase);
        var todos = new List<ToDo>();
        var unready = new List<Unready>();
        foreach (var list in lists)
        {
            todos.AddRange(await list.ForAsync(desk, ct));
            unready.AddRange(await list.UnreadyAsync(desk, ct));
        }

        var nodes = await directory.CurrentAsync(ct);
        var node = nodes.ById(current.Id) ?? throw new InvalidOperationException();
        var model = new WorkbenchHomeView
        {
            Today = desk.Today,
            DaySays = await DayAsync(desk.Today, ct),
            Todos = [.. todos.OrderBy(t => t.DueOn ?? DateOnly.MaxValue).Select(t => new TodoRow(t.Deadline, t.DueOn, t.Subject, t.Says, t.Next))],
            Figures =
            [
                new("要做的事", Say.Count(todos.Count), "件"),
                new("已经超期", Say.Count(todos.Count(t => t.Deadline.Urgency == Urgency.Over)), "件"),
                new("还不能办的事项", Say.Count(unready.Count), "项"),
            ],
            Node = Card(context, node, nodes),
            Missing = [.. unready.Take(Unready).Select(u => new MissingLocalRow(u.Subject, u.Category, u.Lacks))],
            AllMissing = unready.Count > Unready ? new($"全部 {unready.Count} 项", $"{context.Request.PathBase}/workbench/catalog?show=NotLocalised") : null,
            Recent = await RecentAsync(ct),
            AuditHref = shell.Rail.SelectMany(group => group.Entries).FirstOrDefault(e => e.Key == "audit")?.Href,
        };
        return new RazorComponentResult<WorkbenchHome>(new { Shell = shell, Model = model });
    }

    private static NodeCard Card(HttpContext context, Node node, NodeDirectory.Snapshot nodes) => new(
        node.OfficialName, node.Kind, node.Status,
        node.ParentId is { } id && nodes.ById(id) is { } parent ? new(parent.OfficialName ?? parent.PlaceName, context.HrefTo(parent)) : null,
        nodes.ChildrenOf(node.Id).Count(), node.PlatedOn, node.IsSample);

    private async Task<string> DayAsync(DateOnly today, CancellationToken ct)
    {
        var calendar = await calendars.OfAsync(current.Node.NetworkId, ct);
        return calendar.IsWorkDay(today) ? "工作日。" : $"休息日，下一个工作日是 {Say.Sentence(calendar.Add(today, 1).Day)}。";
    }

    private async Task<IReadOnlyList<RecentRow>> RecentAsync(CancellationToken ct) =>
        await db.Set<AuditEvent>().AsNoTracking()
            .Where(e => e.Verb != Entrance.Verb)
            .OrderByDescending(e => e.Id)
            .Take(Newest)
            .Select(e => new RecentRow(e.At, e.PersonName, e.Summary))
            .ToListAsync(ct);
}
