using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>Items as rows of the public list.</summary>
internal static class ServiceRows
{
    public static ServiceRow Of(EffectiveItem item, HttpContext context, PublicPlace place) =>
        new(item.Name, $"{context.Request.PathBase}/services/{Uri.EscapeDataString(item.Code)}", item.Content.ServiceObject ?? "",
            item.CommittedLimit is { } days ? GuideFacts.Days(days) : "不限", item.Content.HandlingWay ?? "")
        {
            Category = item.Content.Category,
            Charge = item.Content.Fee switch { null => null, { Charged: false } => "不收费", _ => "收费" },
            LimitOrigin = item.IsTightened(CatalogFields.CommittedLimit) ? new(Origin.Tightened, $"{place.Node.ShortName}收紧") : null,
            State = StateOf(item),
            IsSample = item.IsSample,
        };

    private static StatusView? StateOf(EffectiveItem item) => item switch
    {
        { State: ItemState.Suspended } => new("暂停受理", Tone.Wait),
        { IsLocalised: false } => new("窗口未公布", Tone.Warn),
        { IsOffered: false } => new("暂停受理", Tone.Wait),
        _ => null,
    };
}
