using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>What people ask first: how long, how often they have to come, what it costs.</summary>
internal sealed class GuideFacts(EffectiveItem item, Origins origins)
{
    private const string Workdays = "个工作日";

    public static string Days(int days) => days == 0 ? "当场办" : $"{days} {Workdays}";

    public IReadOnlyList<GuideFigure> Figures => [.. new[] { Committed, Unified, Statutory, Visits, Fee }.OfType<GuideFigure>()];

    private GuideFigure? Committed => item.CommittedLimit switch
    {
        null => null,
        0 => new("承诺办结", "当场办", Origin: origins.Of(item.Resolve(CatalogFields.CommittedLimit))),
        { } days => new("承诺办结", Say.Count(days), Workdays, Role, origins.Of(item.Resolve(CatalogFields.CommittedLimit))),
    };

    private GuideFigure? Unified => item.IsTightened(CatalogFields.CommittedLimit) && item.Content.CommittedLimit is { } days
        ? new("全省统一上限", Say.Count(days), Workdays, Origin: Origins.Province)
        : null;

    private GuideFigure? Statutory => item.Content.StatutoryLimit is { } days and > 0 ? new("法定时限", Say.Count(days), Workdays) : null;

    private GuideFigure? Visits => item.Visits switch
    {
        null => null,
        0 => new("跑动", "不用跑", Origin: origins.Of(item.Resolve(CatalogFields.Visits))),
        { } visits => new("跑动", Say.Count(visits), "次", Origin: origins.Of(item.Resolve(CatalogFields.Visits))),
    };

    private GuideFigure? Fee => item.Content.Fee switch
    {
        null => null,
        { Charged: false } => new("费用", "不收费"),
        var fee => new("费用", fee.Standard ?? "收费", Note: fee.Basis),
    };

    private string? Role => item.Content.PlatformRole switch
    {
        PlatformRole.AcceptAndForward => "平台受理后转送，决定由主管机关作出",
        PlatformRole.Guide => "平台指引，由主管机关办理",
        PlatformRole.Assess => "平台评估后答复",
        _ => null,
    };
}
