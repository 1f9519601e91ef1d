using IpNetwork.App.Data;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Nodes;

/// <summary>A node under an order, and what an act may ask about the network around it. Reads what the transaction sees, not what memory holds.</summary>
internal sealed class OrderedNode(Node node, NodeOrder order, OrderRequest request, NetworkDb db, NetworkNaming naming, CancellationToken ct)
{
    public Node Node => node;

    public NodeOrder Order => order;

    public OrderRequest Request => request;

    public Task<Node?> FindAsync(string? slug) => db.Set<Node>().AsNoTracking().SingleOrDefaultAsync(n => n.Slug == slug, ct);

    public Task<Node?> ParentAsync() => db.Set<Node>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == node.ParentId, ct);

    /// <summary>A node merged earlier stays where it was and asks for nothing more.</summary>
    public Task<bool> HasChildrenAsync() => db.Set<Node>().AnyAsync(n => n.ParentId == node.Id && n.Status != NodeStatus.Merged, ct);

    public Task<Node?> HostHolderAsync()
    {
        var host = request.HostName?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(host) ? Task.FromResult<Node?>(null) : db.Set<Node>().AsNoTracking().FirstOrDefaultAsync(n => n.HostName == host && n.Id != node.Id, ct);
    }

    public async Task<Outcome<NodeNames>> NamesAsync()
    {
        var above = node.PathValue().Ids.ToList();
        var ladder = await db.Set<Node>().AsNoTracking().Where(n => above.Contains(n.Id)).ToListAsync(ct);
        var province = ladder.Single(n => n.Kind == NodeKind.Province);
        return await naming.NamesAsync(request, node.Kind, request.DivisionCode ?? node.DivisionCode, province, ladder.SingleOrDefault(n => n.Kind == NodeKind.City), ct);
    }
}
