namespace IpNetwork.Domain.Kernel;

/// <summary>How kinds and statuses of nodes are called on pages and in refusals.</summary>
internal static class NodeWords
{
    public static string Chinese(this NodeKind kind) => kind switch
    {
        NodeKind.Province => "省级平台",
        NodeKind.City => "市（州）平台",
        NodeKind.KeyPark => "重点园区平台",
        NodeKind.County => "县（市、区）平台",
        NodeKind.Workstation => "园区工作站",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Chinese(this NodeStatus status) => status switch
    {
        NodeStatus.Qualified => "已认定",
        NodeStatus.Operating => "运行中",
        NodeStatus.Rectifying => "整改中",
        NodeStatus.Suspended => "已暂停",
        NodeStatus.Delisted => "已摘牌",
        NodeStatus.Merged => "已合并",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
