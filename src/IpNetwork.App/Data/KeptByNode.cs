using System.Collections.Concurrent;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Data;

/// <summary>One published value per node, kept in memory until a change of it is announced.</summary>
internal sealed class KeptByNode<T>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<NodeId, (T Value, long LoadedAt)> kept = new();
    private readonly IServiceScopeFactory scopes;
    private readonly ChangeSignal signal;
    private readonly TimeProvider clock;
    private readonly char topic;
    private readonly Func<NetworkDb, NodeId, CancellationToken, Task<T>> load;
    private long turn;

    /// <param name="topic">First letter of what is announced; the node's id follows.</param>
    public KeptByNode(IServiceScopeFactory scopes, ChangeSignal signal, TimeProvider clock, char topic, Func<NetworkDb, NodeId, CancellationToken, Task<T>> load)
    {
        (this.scopes, this.signal, this.clock, this.topic, this.load) = (scopes, signal, clock, topic, load);
        signal.Listen(Forget);
    }

    public async ValueTask<T> OfAsync(NodeId id, CancellationToken ct)
    {
        if (kept.TryGetValue(id, out var known) && (signal.IsLive || clock.GetElapsedTime(known.LoadedAt) < Patience))
        {
            return known.Value;
        }

        var before = Interlocked.Read(ref turn);
        await using var scope = scopes.CreateAsyncScope();
        var value = await load(scope.ServiceProvider.GetRequiredService<NetworkDb>(), id, ct);
        kept[id] = (value, clock.GetTimestamp());

        // A change announced while we were reading may not be in what we read.
        if (Interlocked.Read(ref turn) != before)
        {
            kept.TryRemove(id, out _);
        }

        return value;
    }

    private void Forget(string announced)
    {
        if (announced == "*")
        {
            Interlocked.Increment(ref turn);
            kept.Clear();
        }
        else if (announced.Length > 1 && announced[0] == topic && int.TryParse(announced.AsSpan(1), out var id))
        {
            Interlocked.Increment(ref turn);
            kept.TryRemove(new(id), out _);
        }
    }
}
