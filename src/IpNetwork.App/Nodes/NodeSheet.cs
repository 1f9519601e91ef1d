using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Nodes;

/// <summary>The list of nodes as a spreadsheet: public knowledge, the same for everybody.</summary>
internal static class NodeSheet
{
    public static IResult Of(IEnumerable<Node> found, NodeDirectory.Snapshot nodes) => Exports.Of<Node>("平台网络",
    [
        new("平台", 18, node => node.ShortName),
        new("正式名称", 48, node => node.OfficialName ?? "还没有确定"),
        new("种类", 18, node => NodeWords.Of(node.Kind)),
        new("上级", 18, node => node.ParentId is { } parent ? nodes.ById(parent)?.ShortName : null),
        new("状态", 10, node => NodeWords.Status(node.Status).Text),
        new("挂牌日期", 12, node => node.PlatedOn),
        new("区划代码", 10, node => node.DivisionCode),
        new("网址名", 24, node => node.Slug),
        new("说明", 10, node => node.IsSample ? "样例" : null),
    ], found);
}
