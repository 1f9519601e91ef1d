using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>Turns an item as it holds at a node into the guide people read.</summary>
internal sealed class Guide(HttpContext context, PublicPlace place, EffectiveItem item)
{
    /// <summary>Fields the page shows in parts of their own, and those that only editors need.</summary>
    private static readonly string[] NotListed = ["name", "content", "materials", "openedFields", "neededLocally"];

    private readonly Origins origins = new(place);

    public GuideView View(DateOnly? asOf, IReadOnlyList<(Domain.Nodes.Node Node, EffectiveItem Item)> elsewhere) => new()
    {
        Name = item.Name,
        Summary = item.Content.Content ?? "",
        List = new("办事", Href("/services")),
        Category = new(place.ShortCategory(item.Content.Category), Href($"/services?category={Uri.EscapeDataString(item.Content.Category ?? "")}")),
        State = State,
        StateReason = item.State is ItemState.InUse ? NodeReason : item.Reason,
        StateFrom = item.State is ItemState.InUse ? null : ChinaTime.DayOf(item.InForceSince),
        Elsewhere = [.. elsewhere.Select(found => Offer(found.Node, found.Item))],
        IsOwn = item.IsPersonalised,
        IsSample = item.IsSample,
        AsOf = asOf,
        Upcoming = asOf is null ? Upcoming : null,
        Figures = new GuideFacts(item, origins).Figures,
        WhoMay = WhoMay,
        Materials = [.. (item.Content.Materials ?? []).Select(Material)],
        MaterialsNote = item.WaivedMaterials.Count == 0 ? null : $"全省统一 {item.Content.Materials?.Count} 份，{place.Node.ShortName}免交 {item.WaivedMaterials.Count} 份。",
        MaterialsOrigin = (item.Content.Materials ?? []).Count == 0 ? null : origins.Of(item.Resolve(CatalogFields.Materials)),
        Steps = [.. Lines(item.Content.FlowConditions).Select(line => new GuideStep(line))],
        Windows = Windows,
        Fields = [.. Fields],
        Legend = origins.Legend,
        OnlineHref = State is GuideState.InUse ? WebAddress.Of(item.Local.Link) : null,
    };

    private GuideState State => item.State switch
    {
        ItemState.Cancelled => GuideState.Cancelled,
        ItemState.Suspended => GuideState.Suspended,
        _ when place.Items.Node.Standing is CatalogStanding.ShownOnly => GuideState.Suspended,
        _ => item.IsLocalised ? GuideState.InUse : GuideState.NotLocalised,
    };

    private string? NodeReason => place.Items.Node.Standing is CatalogStanding.ShownOnly
        ? place.Node.SuspendedUntil is { } until ? $"本平台暂停接收新的申请，到 {Say.Sentence(until)} 为止。" : "本平台暂停接收新的申请。"
        : null;

    private UpcomingVersion? Upcoming => item.Next is { } next
        ? new(next.Version, ChinaTime.DayOf(next.At), Says(next), Href($"/services/{Uri.EscapeDataString(item.Code)}?at={Say.Day(ChinaTime.DayOf(next.At))}"))
        : null;

    private string? WhoMay
    {
        get
        {
            var conditions = string.Join('；', Lines(item.Content.AdmissionConditions).Select(line => line.TrimEnd('。')));
            return item.Content.ServiceObject is { } who ? conditions.Length == 0 ? $"{who}。" : $"{who}。{conditions}。" : conditions.Length == 0 ? null : $"{conditions}。";
        }
    }

    private IReadOnlyList<WindowView> Windows => item.Local is { Windows: null, Address: null, Hours: null, Phones: null, PickUpPoint: null }
        ? []
        : [new(item.Local.Windows ?? "办事窗口", item.Local.Address, item.Local.Hours, item.Local.Phones, item.Local.PickUpPoint, origins.Local(item))];

    private IEnumerable<GuideField> Fields
    {
        get
        {
            yield return new("事项编码", [new($"{item.Code}（内部编码）", origins.Owner(item))]);
            foreach (var one in item.Fields.Where(one => one.Value is not null && !NotListed.Contains(one.Field.Name)))
            {
                var lines = Lines(one.Value);
                yield return new(one.Field.Label, [.. lines.Select((line, index) =>
                    new GuideValue(line, index == lines.Length - 1 ? origins.Of(one) : null, one.Field == CatalogFields.Link ? WebAddress.Of(line) : null))]);
            }

            yield return new("版本", [new($"第 {item.Version} 版，{Say.Sentence(ChinaTime.DayOf(item.InForceSince))} 起执行", origins.Owner(item))]);
            if (item.Base?.PromotedFromNode is { } from && place.Nodes.ById(from) is { } origin)
            {
                yield return new("来源", [new($"由{origin.PlaceName}的特色服务升级而来", Href: context.HrefTo(origin))]);
            }
        }
    }

    private GuideMaterial Material(RequiredDocument document) =>
        new(document.Name, $"{CatalogWords.Of(document.Form)} {document.Copies} 份", document.Source ?? "自己准备")
        {
            Note = document.Required ? document.Note : string.IsNullOrEmpty(document.Note) ? "有这种情况才交" : document.Note,
            Waived = item.WaivedMaterials.Any(waived => waived.Code == document.Code) ? $"在{place.Node.ShortName}不用交" : null,
        };

    private NearestOffer Offer(Domain.Nodes.Node node, EffectiveItem there) =>
        new(node.Plate().ShortName, context.HrefTo(node, $"/services/{Uri.EscapeDataString(there.Code)}"), there.CommittedLimit is { } days ? GuideFacts.Days(days) : null, there.Local.Phones);

    private static string Says(UpcomingChange next) => next.State switch
    {
        null => "窗口、电话等本地内容有变动。",
        ItemState.Suspended => "从那天起暂停受理新的申请。",
        ItemState.Cancelled => "从那天起取消，不再受理。",
        _ => "内容有变动。",
    };

    private string Href(string path) => (context.Request.PathBase.Value ?? "") + path;

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
