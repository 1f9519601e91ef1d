using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog;

/// <summary>Who may decide a field's value at a node.</summary>
public enum Governance
{
    Locked,
    Local,
    TightenOnly,
}

/// <summary>The two lists every published item stands in (建设规范 8.1.1, tables A.1 and B.1).</summary>
public enum CatalogRow
{
    Item,
    Implementation,
}

public enum ItemState
{
    InUse,
    Suspended,
    Cancelled,
}

public enum HandlingKind
{
    Immediate,
    Promised,
}

/// <summary>What the platform does about an item; only <see cref="Handle"/> may promise a decision.</summary>
public enum PlatformRole
{
    Handle,
    AcceptAndForward,
    Guide,
    Assess,
}

public enum DocumentForm
{
    Original,
    Copy,
    OriginalAndCopy,
    Electronic,
}

/// <summary>The Chinese words for the catalog's enumerations.</summary>
public static class CatalogWords
{
    public static string Of(Governance governance) => governance switch
    {
        Governance.Local => "本地填写",
        Governance.TightenOnly => "只能收紧",
        _ => "全省统一",
    };

    public static string Of(ItemState state) => state switch
    {
        ItemState.Suspended => "暂停",
        ItemState.Cancelled => "取消",
        _ => "在用",
    };

    public static string Of(HandlingKind kind) => kind is HandlingKind.Immediate ? "即办件" : "承诺件";

    public static string Of(PlatformRole role) => role switch
    {
        PlatformRole.AcceptAndForward => "受理转送",
        PlatformRole.Guide => "指引",
        PlatformRole.Assess => "评估",
        _ => "办理",
    };

    public static string Of(DocumentForm form) => form switch
    {
        DocumentForm.Copy => "复印件",
        DocumentForm.OriginalAndCopy => "原件和复印件",
        DocumentForm.Electronic => "电子件",
        _ => "原件",
    };

    public static string Of(NodeKind kind) => kind switch
    {
        NodeKind.Province => "省级平台",
        NodeKind.City => "市（州）平台",
        NodeKind.KeyPark => "重点园区平台",
        NodeKind.County => "县（市、区）平台",
        _ => "园区工作站",
    };

    internal static string Workdays(int count) => count == 0 ? "当场办结" : $"{count} 个工作日";

    internal static string Visits(int count) => count == 0 ? "不用到现场" : $"{count} 次";
}
