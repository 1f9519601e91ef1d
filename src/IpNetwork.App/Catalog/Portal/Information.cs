using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>The window of information: the node's own lists first, then what the province has gathered (CAT-14).</summary>
internal static class Information
{
    public static IReadOnlyList<InformationEntry> Of(HttpContext context, PublicPlace place) =>
    [
        new("事项清单和办事指南",
        [
            new("共性事项清单", $"{context.Request.PathBase}/services?kind={ServiceQuery.Base}", "全省统一，点开就是办事指南和流程"),
            new("个性化事项清单", $"{context.Request.PathBase}/services?kind={ServiceQuery.ValueAdded}", "本平台自己的特色服务"),
        ]),
        .. place.Settings.Information
            .Select(group => new InformationEntry(group.Title, [.. group.Links.Select(link => Way(context, place, link)).OfType<InformationWay>()]))
            .Where(entry => entry.Ways.Count > 0),
    ];

    /// <summary>A link to an item leads to this node's guide, or to the province's where the item is not for nodes of this kind.</summary>
    private static InformationWay? Way(HttpContext context, PublicPlace place, InformationLink link)
    {
        if (link.Item is not { } code)
        {
            return WebAddress.Of(link.Address) is { } address ? new(link.Title, address, link.Note) : null;
        }

        var path = $"/services/{Uri.EscapeDataString(code)}";
        if (place.Items.Public.Any(item => item.Code == code))
        {
            return new(link.Title, context.Request.PathBase + path, link.Note);
        }

        return place.Nodes.ById(place.Node.NetworkId) is { } province && province.Id != place.Node.Id
            ? new(link.Title, context.HrefTo(province, path), link.Note)
            : null;
    }
}
