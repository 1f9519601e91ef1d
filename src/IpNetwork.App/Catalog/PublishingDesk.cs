using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog;

/// <summary>What is published, as the transaction that adds to it sees it. One node publishes one thing at a time, so that no two new items take the same name.</summary>
internal sealed class PublishingDesk(NetworkDb db, CurrentNode current)
{
    public CatalogNode Place => new(current.Id, current.Node.Kind, current.Node.Status, current.Node.Path);

    public Task TakeTurnAsync(CancellationToken ct) => NamedLock.TakeAsync(db, $"catalog/{current.Id}", ct);

    public async Task<BaseCatalog> BaseAsync(CancellationToken ct)
    {
        NodeId province = current.Node.NetworkId;
        return BaseCatalog.Of(province, await db.Set<BaseItemVersion>().AsNoTracking().Where(v => v.NodeId == province).ToListAsync(ct));
    }

    public async Task<NodeCatalog> NodeAsync(CancellationToken ct)
    {
        var node = current.Id;
        return NodeCatalog.Of(
            Place,
            await db.Set<OfferingVersion>().AsNoTracking().Where(v => v.NodeId == node).ToListAsync(ct),
            await db.Set<OwnItemVersion>().AsNoTracking().Where(v => v.NodeId == node).ToListAsync(ct));
    }
}
