using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Shell;

internal static class NodeWords
{
    public static string Of(NodeKind kind) => kind switch
    {
        NodeKind.Province => "省级平台",
        NodeKind.City => "市（州）平台",
        NodeKind.KeyPark => "重点园区平台",
        NodeKind.County => "县（市、区）平台",
        NodeKind.Workstation => "园区工作站",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(NodeStatus status) => status switch
    {
        NodeStatus.Qualified => "已认定，待挂牌",
        NodeStatus.Operating => "运行中",
        NodeStatus.Rectifying => "限期整改",
        NodeStatus.Suspended => "暂停服务",
        NodeStatus.Delisted => "已摘牌",
        NodeStatus.Merged => "已并入",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static StatusView Status(NodeStatus status) => new(Of(status), status switch
    {
        NodeStatus.Operating => Tone.Ok,
        NodeStatus.Rectifying => Tone.Warn,
        NodeStatus.Suspended => Tone.Wait,
        NodeStatus.Delisted => Tone.Bad,
        NodeStatus.Merged => Tone.End,
        _ => Tone.Run,
    });
}
