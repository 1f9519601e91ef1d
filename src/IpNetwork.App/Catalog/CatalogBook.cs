using System.Collections.Concurrent;
using IpNetwork.App.Data;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog;

/// <summary>
/// The one place where the effective catalog is computed and kept. A published change drops what it touched: one entry for a
/// province whatever its number of nodes. Versions with a future date lie here with their dates, so nothing has to wake up for them.
/// </summary>
internal sealed class CatalogBook
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<NodeId, Kept<BaseCatalog>> provinces = new();
    private readonly ConcurrentDictionary<NodeId, Kept<NodeCatalog>> nodes = new();
    private readonly ConcurrentDictionary<NodeId, EffectiveItems> resolved = new();
    private readonly IServiceScopeFactory scopes;
    private readonly NodeDirectory directory;
    private readonly ChangeSignal signal;
    private readonly TimeProvider clock;
    private long turn;

    public CatalogBook(IServiceScopeFactory scopes, NodeDirectory directory, ChangeSignal signal, TimeProvider clock)
    {
        (this.scopes, this.directory, this.signal, this.clock) = (scopes, directory, signal, clock);
        signal.Listen(Forget);
    }

    public static string BaseChanged(NodeId province) => ChangeSignal.BaseCatalog(province);

    public static string NodeChanged(NodeId node) => ChangeSignal.NodeCatalog(node);

    /// <summary>The node's catalog with every version, past and to come.</summary>
    public async ValueTask<EffectiveCatalog> OfAsync(Node node, CancellationToken ct)
    {
        var all = await directory.CurrentAsync(ct);
        var province = await ProvinceAsync(node.NetworkId, ct);
        var own = await NodeAsync(node, ct);
        var ancestors = new List<NodeCatalog>();
        foreach (var above in all.Ladder(node).Where(n => n.Id != node.Id))
        {
            ancestors.Add(await NodeAsync(above, ct));
        }

        return new(province, own, ancestors);
    }

    /// <summary>The node's items as they are now; resolved once until something changes or a dated version begins.</summary>
    public async ValueTask<EffectiveItems> NowAsync(Node node, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (signal.IsLive && resolved.TryGetValue(node.Id, out var items) && now >= items.Instant && (items.Until is null || now < items.Until) && items.Node == Place(node))
        {
            return items;
        }

        var before = Interlocked.Read(ref turn);
        items = (await OfAsync(node, ct)).At(now);
        resolved[node.Id] = items;
        if (Interlocked.Read(ref turn) != before)
        {
            resolved.TryRemove(node.Id, out _);
        }

        return items;
    }

    public ValueTask<BaseCatalog> ProvinceAsync(NodeId province, CancellationToken ct) =>
        KeepAsync(provinces, province, async db => BaseCatalog.Of(province, await db.Set<BaseItemVersion>().AsNoTracking().Where(v => v.NodeId == province).ToListAsync(ct)));

    /// <summary>Every node of a network, for what-if and the difference report: read in three statements, not one per node.</summary>
    public async Task<IReadOnlyList<EffectiveCatalog>> NetworkAsync(NodeId province, CancellationToken ct)
    {
        var all = await directory.CurrentAsync(ct);
        var members = all.All.Where(n => n.NetworkId == province).ToList();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        var ids = members.Select(n => n.Id).ToList();
        var offerings = (await db.Set<OfferingVersion>().AsNoTracking().Where(v => ids.Contains(v.NodeId)).ToListAsync(ct)).ToLookup(v => v.NodeId);
        var own = (await db.Set<OwnItemVersion>().AsNoTracking().Where(v => ids.Contains(v.NodeId)).ToListAsync(ct)).ToLookup(v => v.NodeId);
        var published = members.ToDictionary(n => n.Id, n => NodeCatalog.Of(Place(n), offerings[n.Id], own[n.Id]));
        var catalog = await ProvinceAsync(province, ct);
        return [.. members.Select(n => new EffectiveCatalog(catalog, published[n.Id], all.Ladder(n).Where(a => a.Id != n.Id).Select(a => published[a.Id])))];
    }

    private async ValueTask<NodeCatalog> NodeAsync(Node node, CancellationToken ct)
    {
        var kept = await KeepAsync(nodes, node.Id, async db => NodeCatalog.Of(
            Place(node),
            await db.Set<OfferingVersion>().AsNoTracking().Where(v => v.NodeId == node.Id).ToListAsync(ct),
            await db.Set<OwnItemVersion>().AsNoTracking().Where(v => v.NodeId == node.Id).ToListAsync(ct)));
        return kept.Node == Place(node) ? kept : kept.At(Place(node));
    }

    private async ValueTask<T> KeepAsync<T>(ConcurrentDictionary<NodeId, Kept<T>> kept, NodeId id, Func<NetworkDb, Task<T>> load)
    {
        if (kept.TryGetValue(id, out var known) && (signal.IsLive || clock.GetElapsedTime(known.LoadedAt) < Patience))
        {
            return known.Value;
        }

        var before = Interlocked.Read(ref turn);
        await using var scope = scopes.CreateAsyncScope();
        var value = await load(scope.ServiceProvider.GetRequiredService<NetworkDb>());
        kept[id] = new(value, clock.GetTimestamp());

        // A change announced while we were reading may not be in what we read.
        if (Interlocked.Read(ref turn) != before)
        {
            kept.TryRemove(id, out _);
        }

        return value;
    }

    private void Forget(string topic)
    {
        if (topic == "*")
        {
            Interlocked.Increment(ref turn);
            provinces.Clear();
            nodes.Clear();
            resolved.Clear();
        }
        else if (topic is ['b' or 'o', .. var digits] && int.TryParse(digits, out var id))
        {
            Interlocked.Increment(ref turn);
            _ = topic[0] == 'b' ? provinces.TryRemove(new(id), out _) : nodes.TryRemove(new(id), out _);
            resolved.Clear();
        }
    }

    private static CatalogNode Place(Node node) => new(node.Id, node.Kind, node.Status, NodePath.Parse(node.Path));

    private sealed record Kept<T>(T Value, long LoadedAt);
}
