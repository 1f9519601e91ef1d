using System.Collections.Frozen;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Data;

/// <summary>Every node of the deployment in memory: which node an address means, and who is whose parent.</summary>
internal sealed class NodeDirectory : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly IServiceScopeFactory scopes;
    private readonly ChangeSignal signal;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile Snapshot? snapshot;
    private volatile int wanted = 1;

    public NodeDirectory(IServiceScopeFactory scopes, ChangeSignal signal, TimeProvider clock)
    {
        (this.scopes, this.signal, this.clock) = (scopes, signal, clock);
        signal.Listen(topic =>
        {
            if (topic is ChangeSignal.Nodes or "*")
            {
                Interlocked.Increment(ref wanted);
            }
        });
    }

    public async ValueTask<Snapshot> CurrentAsync(CancellationToken ct)
    {
        var current = snapshot;
        return current is not null && IsFresh(current) ? current : await LoadAsync(ct);
    }

    public void Dispose() => loading.Dispose();

    private bool IsFresh(Snapshot current) =>
        current.Turn == wanted && (signal.IsLive || clock.GetElapsedTime(current.LoadedAt) < Patience);

    private async Task<Snapshot> LoadAsync(CancellationToken ct)
    {
        await loading.WaitAsync(ct);
        try
        {
            if (snapshot is { } current && IsFresh(current))
            {
                return current;
            }

            var turn = wanted;
            await using var scope = scopes.CreateAsyncScope();
            var nodes = await scope.ServiceProvider.GetRequiredService<NetworkDb>().Set<Node>().AsNoTracking().OrderBy(n => n.Id).ToListAsync(ct);
            return snapshot = new(nodes, turn, clock.GetTimestamp());
        }
        finally
        {
            loading.Release();
        }
    }

    internal sealed class Snapshot(IReadOnlyList<Node> nodes, int turn, long loadedAt)
    {
        private readonly FrozenDictionary<string, Node> bySlug = nodes.ToFrozenDictionary(n => n.Slug, StringComparer.Ordinal);
        private readonly FrozenDictionary<NodeId, Node> byId = nodes.ToFrozenDictionary(n => n.Id);
        private readonly FrozenDictionary<string, Node> byHost =
            nodes.Where(n => n.HostName is not null).ToFrozenDictionary(n => n.HostName ?? "", StringComparer.OrdinalIgnoreCase);
        private readonly ILookup<NodeId?, Node> children = nodes.ToLookup(n => n.ParentId);

        public int Turn => turn;

        public long LoadedAt => loadedAt;

        public IReadOnlyList<Node> All => nodes;

        public IEnumerable<Node> Provinces => nodes.Where(n => n.Kind == NodeKind.Province);

        public Node? BySlug(string slug) => bySlug.GetValueOrDefault(slug);

        public Node? ByHost(string host) => byHost.GetValueOrDefault(host);

        public Node? ById(NodeId id) => byId.GetValueOrDefault(id);

        public IEnumerable<Node> ChildrenOf(NodeId id) => children[id];

        public IEnumerable<Node> Subtree(Node node) => nodes.Where(n => n.Path.StartsWith(node.Path, StringComparison.Ordinal));

        /// <summary>From the province down to the node itself.</summary>
        public IEnumerable<Node> Ladder(Node node) => NodePath.Parse(node.Path).Ids.Select(ById).OfType<Node>();
    }

    public static TenantNode Tenant(Node node) => new(node.Id, node.Slug, node.Kind, NodePath.Parse(node.Path), node.NetworkId, node.Status);
}
