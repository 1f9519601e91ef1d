using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Nodes;

/// <summary>A node's history as people read it.</summary>
internal static class HistoryWords
{
    /// <summary>Null for what only the program needs to remember.</summary>
    public static string? Aspect(NodeAspect aspect) => aspect switch
    {
        NodeAspect.Founding => "设立",
        NodeAspect.PlaceName => "地名",
        NodeAspect.ShortName => "简称",
        NodeAspect.OfficialName => "正式名称",
        NodeAspect.OfficialNameDocument => "名称依据",
        NodeAspect.DivisionCode => "行政区划代码",
        NodeAspect.Parent => "上级",
        NodeAspect.Status => "状态",
        NodeAspect.SuspendedUntil => "暂停截止日",
        NodeAspect.PlatedOn => "挂牌日",
        NodeAspect.MergedInto => "并入",
        NodeAspect.HostName => "域名",
        _ => null,
    };

    public static string Value(NodeAspect aspect, string? text, NodeDirectory.Snapshot nodes) => text switch
    {
        null => "无",
        _ when aspect is NodeAspect.Parent or NodeAspect.MergedInto && int.TryParse(text, CultureInfo.InvariantCulture, out var id) => nodes.ById(new(id))?.ShortName ?? "已撤销的平台",
        _ when aspect is NodeAspect.Status && Enum.TryParse<NodeStatus>(text, out var status) => NodeWords.Of(status),
        _ => text,
    };

    /// <summary>Published knowledge carries no person's name.</summary>
    public static string Who(NodeHistoryEntry entry, NodeDirectory.Snapshot nodes) =>
        entry.RecordedBy is null ? "系统" : nodes.ById(entry.NodeId) is { } node && nodes.ById(node.NetworkId) is { } province ? $"{province.ShortName}省级平台" : "省级平台";
}
