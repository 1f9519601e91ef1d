using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Nodes;

/// <summary>The form of each order: what is about to happen, what follows from it, and what happened before.</summary>
internal sealed class NodeActPages(NetworkDb db, NodeDirectory directory, LookDown lookDown, ShowHistory history, IShellContexts shells, TimeProvider clock)
{
    private static readonly Dictionary<NodeAct, Type> Views = new()
    {
        [NodeAct.Relocation] = typeof(MoveNode),
        [NodeAct.Renaming] = typeof(RenameNode),
        [NodeAct.Merger] = typeof(MergeNode),
        [NodeAct.Suspension] = typeof(SuspendNode),
        [NodeAct.Resumption] = typeof(ResumeNode),
        [NodeAct.HostNaming] = typeof(HostNode),
    };

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var act in NodeAct.All)
        {
            var path = $"{NetworkTreePage.Path}/{{slug}}/{act.Noun}";
            app.MapGet(path, (string slug, HttpContext context, NodeActPages pages, CancellationToken ct) => pages.ShowAsync(act, slug, context, null, [], ct))
                .ExcludeFromDescription().AtNode().Allow(NodePolicy.ShowOrderForm);
            app.MapPost(path, (string slug, HttpContext context, NodeActPages pages, NodeOrders orders, Actor actor, IfMatch version, CancellationToken ct) => pages.PostAsync(act, slug, context, orders, actor, version, ct))
                .ExcludeFromDescription().AtNode().CreatesOnce().Allow(NodePolicy.ShowOrderForm);
        }
    }

    private async Task<IResult> PostAsync(NodeAct act, string slug, HttpContext context, NodeOrders orders, Actor actor, IfMatch version, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        return await orders.CarryOutAsync(act, slug, OrderRequest.Of(form), actor, version, ct) switch
        {
            null => Results.NotFound(),
            { IsDone: true } => Results.Redirect($"{context.Request.PathBase}{NetworkTreePage.Path}"),
            { } refused => await ShowAsync(act, slug, context, form, refused.Refusals, ct),
        };
    }

    private async Task<IResult> ShowAsync(NodeAct act, string slug, HttpContext context, IFormCollection? typed, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        if (await lookDown.FindAsync(slug, ct) is not { } node)
        {
            return Results.NotFound();
        }

        var nodes = await directory.CurrentAsync(ct);
        var values = typed?.ToDictionary(f => f.Key, f => f.Value.ToString()) ?? Given(act, node);
        var version = typed?[IfMatch.Field].ToString() ?? $"{await LookDown.VersionAsync(db, node.Id, ct)}";
        var model = new NodeActView
        {
            ShortName = node.ShortName,
            OfficialName = node.OfficialName,
            Kind = node.Kind,
            Status = node.Status,
            ParentName = node.ParentId is { } parent ? nodes.ById(parent)?.ShortName ?? "" : "没有",
            Action = context.Request.PathBase + context.Request.Path,
            Version = version,
            Tree = new("平台网络", context.Request.PathBase + NetworkTreePage.Path),
            Form = FormState.Of(values).Refused(refusals),
            Targets = Targets(act, node, nodes),
            Consequences = Consequences(act, node, nodes),
            History = [.. (await history.OfAsync(node.Id, ct)).Select(h => new NodeHistoryRow(h.EffectiveOn, h.What, h.From, h.To, h.Reason, h.DocumentNumber, h.By))],
        };
        return new RazorComponentResult(Views[act], new Dictionary<string, object?> { ["Shell"] = await shells.ForAsync(context, "network", ct), ["Model"] = model })
        {
            StatusCode = refusals.Count == 0 ? StatusCodes.Status200OK : Answers.StatusOf(refusals[0]),
        };
    }

    private Dictionary<string, string> Given(NodeAct act, Node node)
    {
        var values = new Dictionary<string, string> { ["effectiveOn"] = $"{ChinaTime.DayOf(clock.GetUtcNow()):O}" };
        if (act == NodeAct.Renaming)
        {
            (values["placeName"], values["shortName"]) = (node.PlaceName, node.ShortName);
        }

        if (act == NodeAct.Renaming || act == NodeAct.Relocation)
        {
            values["divisionCode"] = node.DivisionCode;
        }

        if (act == NodeAct.HostNaming)
        {
            values["hostName"] = node.HostName ?? "";
        }

        return values;
    }

    private static FieldOption[] Targets(NodeAct act, Node node, NodeDirectory.Snapshot nodes)
    {
        var standing = nodes.All.Where(n => n.NetworkId == node.NetworkId && n.Id != node.Id && n.Status is not (NodeStatus.Merged or NodeStatus.Delisted));
        var fitting = act == NodeAct.Relocation
            ? standing.Where(n => n.Id != node.ParentId && NodePlacement.ParentsOf(node.Kind).Contains(n.Kind) && !node.PathValue().Covers(n.PathValue()))
            : act == NodeAct.Merger ? standing : [];
        return [new("", "请选择"), .. fitting.OrderBy(n => n.Path, StringComparer.Ordinal).Select(n => new FieldOption(n.Slug, $"{n.ShortName}（{NodeWords.Of(n.Kind)}）"))];
    }

    private static string[] Consequences(NodeAct act, Node node, NodeDirectory.Snapshot nodes)
    {
        var below = nodes.Subtree(node).Count() - 1;
        return act.Noun switch
        {
            "relocation" => [below == 0 ? "没有下属平台要跟着动。" : $"下属 {below} 个平台一起改到新的上级之下。", "办件、目录和操作记录留在原处，网址不变。"],
            "renaming" => ["旧名称和旧牌匾的文字留在历史里。", "网址名不变。"],
            "merger" => ["本平台不再接收申请，原网址写明并入了哪里。", "办件、目录和操作记录留在原处，不搬动。", "并入后不能撤销。"],
            "suspension" => ["公开页写明暂停到哪一天，不再接收新的申请。", "已经受理的照常办完。"],
            "resumption" => ["恢复到暂停以前的状态。"],
            _ => ["用域名打开的页面都是这个平台的；路径里写了别的平台的，按找不到处理。"],
        };
    }
}
