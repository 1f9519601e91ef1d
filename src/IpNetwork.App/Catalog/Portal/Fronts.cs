using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Opening;
using IpNetwork.Domain.Plates;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>What the front pages show of a node and of a province.</summary>
internal static class Fronts
{
    private const int MostServices = 8;
    private const int MostOwn = 5;
    private const int MostCommon = 4;
    private const int MostInCategory = 4;
    private const int MostWindows = 3;

    public static ProvinceFrontView OfProvince(HttpContext context, PublicPlace place, int unified)
    {
        var network = new NetworkPicture(context, place);
        return new()
        {
            ItemCount = unified,
            SearchHref = Href(context, "/services"),
            NetworkHref = Href(context, "/network"),
            Common = [.. Common(context, place)],
            Categories = [.. Categories(context, place)],
            OwnItems = place.Items.Public.Count(item => item.IsPersonalised) is var own and > 0
                ? new($"省级平台的特色服务 {own} 项", Href(context, $"/services?kind={ServiceQuery.ValueAdded}")) : null,
            Tiles = network.Tiles,
            Places = network.Places,
            Figures =
            [
                new("正在运行的平台", Say.Count(network.Operating), "个", $"共设立 {Say.Count(network.Founded)} 个"),
                new("全省共性事项", Say.Count(unified), "项", "各地条件、材料一样"),
                new("省级平台可办", Say.Count(place.Items.Public.Count(item => item.IsOffered)), "项", "窗口和电话已经公布"),
            ],
            Information = Information.Of(context, place),
        };
    }

    /// <param name="plate">What hangs at the node, or hung there last.</param>
    public static NodeFrontView OfNode(HttpContext context, PublicPlace place, string? reason, Plate? plate, IReadOnlyList<OpenModule> modules)
    {
        var shared = place.Items.Public.Where(item => !item.IsPersonalised).ToList();
        var own = place.Items.Public.Where(item => item.IsPersonalised).ToList();
        var node = place.Node;
        return new()
        {
            Kind = node.Kind,
            Status = node.Status,
            StatusReason = reason,
            PlaceName = node.ShortName,
            SearchHref = Href(context, "/services"),
            Categories = [.. Categories(context, place)],
            Plate = new(node.OfficialName is null ? null : node.Plate(), plate is null ? null : new($"查验牌匾 {plate.Number}", Href(context, $"/plates/{plate.Number}")), node.PlatedOn, node.IsSample),
            Services = [.. shared.Where(item => item.IsOffered).Take(MostServices).Select(item => ServiceRows.Of(item, context, place))],
            SharedCount = shared.Count,
            OwnCount = own.Count,
            AllHref = Href(context, "/services"),
            OwnServices = [.. own.Take(MostOwn).Select(item => ServiceRows.Of(item, context, place))],
            OwnHref = own.Count > MostOwn ? Href(context, $"/services?kind={ServiceQuery.ValueAdded}") : null,
            NotLocalised = shared.Count(item => !item.IsLocalised),
            Parent = Parent(context, place),
            Windows = [.. Windows(place)],
            Children = [.. place.Nodes.ChildrenOf(node.Id)
                .Where(child => child.Status is not (NodeStatus.Delisted or NodeStatus.Merged))
                .Select(child => new ChildView(child.ShortName, context.HrefTo(child), child.Kind, child.Status, child.IsSample))],
            Modules = [.. Modules(context, place, modules)],
            Information = Information.Of(context, place),
        };
    }

    private static IEnumerable<ModuleLine> Modules(HttpContext context, PublicPlace place, IReadOnlyList<OpenModule> open) =>
        place.Settings.Modules.Join(open, rule => rule.Code, module => module.Code, (rule, module) =>
            new ModuleLine(new(rule.Name, module.PortalEntry.StartsWith('/') ? Href(context, module.PortalEntry) : module.PortalEntry), rule.Family, module.Place));

    /// <summary>Where to go instead: the node this one was merged into, else the one above.</summary>
    private static LinkView? Parent(HttpContext context, PublicPlace place) =>
        (place.Node.MergedInto ?? place.Node.ParentId) is { } id && place.Nodes.ById(id) is { } node ? new(node.PlaceName, context.HrefTo(node)) : null;

    private static IEnumerable<WindowView> Windows(PublicPlace place)
    {
        if (place.Settings.ContactOf(place.Node.Slug) is { } contact)
        {
            return [new("综合窗口", contact.Address, contact.Hours, contact.Phone)];
        }

        return place.Items.Public.Where(item => item.IsOffered && !item.IsShared)
            .Select(item => new WindowView(item.Local.Windows ?? "办事窗口", item.Local.Address, item.Local.Hours, item.Local.Phones))
            .Distinct()
            .Take(MostWindows);
    }

    private static IEnumerable<CategoryView> Categories(HttpContext context, PublicPlace place) =>
        from name in place.Categories()
        let items = place.Items.Public.Where(item => item.Content.Category == name).ToList()
        where items.Count > 0
        select new CategoryView(
            place.ShortCategory(name),
            Href(context, $"/services?category={Uri.EscapeDataString(name)}"),
            items.Count,
            place.Settings.Categories.FirstOrDefault(known => known.Name == name)?.Summary ?? string.Join('、', items.Take(2).Select(item => item.Name)),
            [.. items.Take(MostInCategory).Select(item => Link(context, item))]);

    /// <summary>Those that the province's window of information leads to.</summary>
    private static IEnumerable<LinkView> Common(HttpContext context, PublicPlace place)
    {
        var codes = place.Settings.Information.SelectMany(group => group.Links).Select(link => link.Item).OfType<string>().Distinct();
        return codes.Select(code => place.Items.Public.FirstOrDefault(item => item.Code == code)).OfType<EffectiveItem>().Take(MostCommon).Select(item => Link(context, item));
    }

    private static LinkView Link(HttpContext context, EffectiveItem item) => new(item.Name, Href(context, $"/services/{Uri.EscapeDataString(item.Code)}"));

    private static string Href(HttpContext context, string path) => context.Request.PathBase + path;
}
