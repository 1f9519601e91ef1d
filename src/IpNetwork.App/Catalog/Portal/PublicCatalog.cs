using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>What anybody may know of the catalog at the node of the address: published versions, and nothing before the plate hangs.</summary>
internal sealed class PublicCatalog(CatalogBook book, NodeDirectory directory, IProvinceSettings settings, CurrentNode current, TimeProvider clock)
{
    public async Task<PublicPlace> HereAsync(CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        var node = nodes.ById(current.Id) ?? throw new InvalidOperationException($"Node {current.Id} has left the directory.");
        return new(node, nodes, await book.NowAsync(node, ct), await settings.OfAsync(node.NetworkId, ct));
    }

    /// <summary>One item here, as it is or as it was or will be at another instant; cancelled ones too, so that the page can say why.</summary>
    public async Task<EffectiveItem?> FindAsync(PublicPlace place, string code, DateTimeOffset? at, CancellationToken ct) =>
        place.Shows ? (await book.OfAsync(place.Node, ct)).Find(code, at ?? clock.GetUtcNow()) : null;

    /// <summary>Where an item can be had instead: above first, then below, then beside.</summary>
    public async Task<IReadOnlyList<(Node Node, EffectiveItem Item)>> ElsewhereAsync(PublicPlace place, string code, int most, CancellationToken ct)
    {
        var found = new List<(Node, EffectiveItem)>();
        foreach (var node in place.Neighbours())
        {
            if ((await book.NowAsync(node, ct)).Public.FirstOrDefault(item => item.Code == code) is { IsOffered: true } item)
            {
                found.Add((node, item));
                if (found.Count == most)
                {
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>How many items the province has unified, whatever kind of node they are for.</summary>
    public async Task<int> UnifiedAsync(PublicPlace place, CancellationToken ct) =>
        (await book.ProvinceAsync(place.Node.NetworkId, ct)).At(clock.GetUtcNow()).Count(version => version.State is not ItemState.Cancelled);
}

internal sealed record PublicPlace(Node Node, NodeDirectory.Snapshot Nodes, EffectiveItems Items, ProvinceSettings Settings)
{
    public bool Shows => Items.Node.Standing is CatalogStanding.Serving or CatalogStanding.ShownOnly;

    /// <summary>In the order of the province's list; a category it does not name comes last.</summary>
    public IEnumerable<string> Categories() =>
        Settings.Categories.Select(known => known.Name).Concat(Items.Public.Select(item => item.Content.Category).OfType<string>()).Distinct();

    public string ShortCategory(string? category) =>
        Settings.Categories.FirstOrDefault(known => known.Name == category)?.ShortName ?? category ?? "未分类";

    public IEnumerable<Node> Neighbours()
    {
        var above = Nodes.Ladder(Node).Where(n => n.Id != Node.Id).Reverse();
        var beside = Node.ParentId is { } parent ? Nodes.ChildrenOf(parent).Where(n => n.Id != Node.Id) : [];
        return above.Concat(Nodes.ChildrenOf(Node.Id)).Concat(beside).Where(n => n.IsOpenToPublic);
    }
}
