using IpNetwork.App.Data;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Norms;
using IpNetwork.Domain.Plates;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Provinces.Applying;

/// <summary>What the deployment holds of a province, read from the published tables.</summary>
internal sealed class NetworkState
{
    private readonly Dictionary<NodeId, NodeCatalog> catalogs;

    private NetworkState(
        IReadOnlyDictionary<NodeId, Node> nodes, BaseCatalog catalog, Dictionary<NodeId, NodeCatalog> catalogs, IReadOnlyList<Norm> norms, IReadOnlyList<Plate> plates, ProvinceSettingsRow? settings) =>
        (Nodes, Base, this.catalogs, Norms, Plates, Settings) = (nodes, catalog, catalogs, norms, plates, settings);

    /// <summary>Every node of the deployment: other provinces' ids and slugs are taken too.</summary>
    public IReadOnlyDictionary<NodeId, Node> Nodes { get; }

    public BaseCatalog Base { get; }

    public IReadOnlyList<Norm> Norms { get; }

    public IReadOnlyList<Plate> Plates { get; }

    public ProvinceSettingsRow? Settings { get; }

    public static async Task<NetworkState> LoadAsync(IServiceProvider services, NodeId province, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        var nodes = await db.Set<Node>().AsNoTracking().ToDictionaryAsync(node => node.Id, ct);
        var ids = nodes.Values.Where(node => node.NetworkId == province).Select(node => node.Id).ToList();
        var offerings = (await db.Set<OfferingVersion>().AsNoTracking().Where(v => ids.Contains(v.NodeId)).ToListAsync(ct)).ToLookup(v => v.NodeId);
        var own = (await db.Set<OwnItemVersion>().AsNoTracking().Where(v => ids.Contains(v.NodeId)).ToListAsync(ct)).ToLookup(v => v.NodeId);
        return new(
            nodes,
            BaseCatalog.Of(province, await db.Set<BaseItemVersion>().AsNoTracking().Where(v => v.NodeId == province).ToListAsync(ct)),
            ids.ToDictionary(id => id, id => NodeCatalog.Of(Place(nodes[id]), offerings[id], own[id])),
            await db.Set<Norm>().AsNoTracking().Where(n => n.NodeId == province).ToListAsync(ct),
            await db.Set<Plate>().AsNoTracking().Where(p => p.NetworkId == province).ToListAsync(ct),
            await db.Set<ProvinceSettingsRow>().AsNoTracking().SingleOrDefaultAsync(s => s.NodeId == province, ct));
    }

    public NodeCatalog CatalogOf(Node node) => catalogs.GetValueOrDefault(node.Id)?.At(Place(node)) ?? NodeCatalog.Empty(Place(node));

    private static CatalogNode Place(Node node) => new(node.Id, node.Kind, node.Status, NodePath.Parse(node.Path));
}
