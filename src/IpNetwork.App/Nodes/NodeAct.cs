using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Nodes;

/// <summary>Something the province can order about an existing node.</summary>
/// <param name="Noun">Last segment of its address.</param>
/// <param name="Verb">As the audit trail names it.</param>
internal sealed record NodeAct(string Noun, string Verb, string Title, Func<OrderedNode, Task<Outcome<NodeHistoryEntry[]>>> Apply)
{
    public static NodeAct Relocation { get; } = new("relocation", "nodes.relocated", "改隶", async ordered =>
        await ordered.FindAsync(ordered.Request.Parent) is { } parent
            ? ordered.Node.Move(parent, ordered.Order, ordered.Request.DivisionCode)
            : NodeRefusals.UnknownNode("parent"));

    public static NodeAct Renaming { get; } = new("renaming", "nodes.renamed", "更名", async ordered =>
    {
        var names = await ordered.NamesAsync();
        return names.IsDone
            ? ordered.Node.Rename(names.Value, await ordered.ParentAsync(), ordered.Order)
            : Outcome.Refused<NodeHistoryEntry[]>(names.Refusals);
    });

    public static NodeAct Merger { get; } = new("merger", "nodes.merged", "并入", async ordered =>
        await ordered.FindAsync(ordered.Request.Into) is { } into
            ? ordered.Node.Merge(into, await ordered.HasChildrenAsync(), ordered.Order)
            : NodeRefusals.UnknownNode("into"));

    public static NodeAct Suspension { get; } = new("suspension", "nodes.suspended", "暂停", ordered => Task.FromResult(
        OrderRequest.Day(ordered.Request.Until) is { } until ? ordered.Node.Suspend(until, ordered.Order) : NodeRefusals.BadDay("until")));

    public static NodeAct Resumption { get; } = new("resumption", "nodes.resumed", "恢复", ordered => Task.FromResult(ordered.Node.Resume(ordered.Order)));

    public static NodeAct HostNaming { get; } = new("host-name", "nodes.host-named", "域名", async ordered =>
        await ordered.HostHolderAsync() is { } ? NodeRefusals.HostNameTaken(ordered.Request.HostName?.Trim() ?? "") : ordered.Node.UseHostName(ordered.Request.HostName, ordered.Order));

    public static IReadOnlyList<NodeAct> All { get; } = [Relocation, Renaming, Merger, Suspension, Resumption, HostNaming];
}
