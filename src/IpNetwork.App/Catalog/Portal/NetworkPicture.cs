using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>A province's network: its cities as tiles where the province has said where they stand, and all of them by name.</summary>
internal sealed class NetworkPicture(HttpContext context, PublicPlace place)
{
    private readonly List<Node> members = [.. place.Nodes.All.Where(n => n.NetworkId == place.Node.NetworkId)];

    public int Founded => members.Count(n => !IsGone(n));

    public int Operating => members.Count(n => n.IsOpenToPublic);

    public IReadOnlyList<CartogramTile> Tiles =>
    [
        .. from tile in place.Settings.Cartogram
           let city = place.Nodes.BySlug(tile.Node)
           where city is not null && city.NetworkId == place.Node.NetworkId
           select new CartogramTile(tile.Column, tile.Row, city.ShortName, context.HrefTo(city), StateOf(city.Status), Parks(city).Count()),
    ];

    public IReadOnlyList<PlaceRow> Places =>
    [
        .. members.Where(n => n.Kind is NodeKind.City && !IsGone(n)).OrderBy(n => n.DivisionCode, StringComparer.Ordinal)
            .Select(city => new PlaceRow(
                new(city.PlaceName, context.HrefTo(city)),
                city.Status is NodeStatus.Operating ? null : NodeWords.Of(city.Status),
                [.. Parks(city).Select(park => new LinkView(park.ShortName, context.HrefTo(park)))])),
    ];

    private IEnumerable<Node> Parks(Node city) => place.Nodes.ChildrenOf(city.Id).Where(n => n.Kind is NodeKind.KeyPark && !IsGone(n));

    private static bool IsGone(Node node) => node.Status is NodeStatus.Delisted or NodeStatus.Merged;

    private static TileState StateOf(NodeStatus status) => status switch
    {
        NodeStatus.Operating => TileState.Operating,
        NodeStatus.Rectifying => TileState.Rectifying,
        NodeStatus.Suspended => TileState.Suspended,
        NodeStatus.Qualified => TileState.Preparing,
        _ => TileState.None,
    };
}
