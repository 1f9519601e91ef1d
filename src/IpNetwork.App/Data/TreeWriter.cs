using IpNetwork.App.Data.Trail;
using IpNetwork.App.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Data;

/// <summary>
/// Writes the rows of several nodes in one transaction, so that the tree is never half moved. Every row is still written
/// in its own node's context: the context goes from node to node and comes back. Nothing else may change it.
/// </summary>
internal sealed class TreeWriter(NetworkDb db, CurrentNode current, TimeProvider clock)
{
    public const string LockName = "nodes";

    /// <summary>One order about the tree at a time: nothing is founded below a node while it moves.</summary>
    public Task LockAsync(CancellationToken ct) => NamedLock.TakeAsync(db, LockName, ct);

    /// <summary>Saves what <paramref name="write"/> puts into the database context as the work of another node, with its audit event and outbox row.</summary>
    public async Task AtAsync(TenantNode node, Actor actor, Happening happening, Action write, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null || db.ChangeTracker.HasChanges())
        {
            throw new InvalidOperationException("Changes of the current node must be saved before another node's are written.");
        }

        var now = clock.GetUtcNow();
        await SetAsync(node, ct);
        write();
        db.Add(AuditEvent.Of(node, actor, happening, now));
        db.Add(OutboxMessage.Event(node.Id, happening, now));
        await db.SaveChangesAsync(ct);
        await SetAsync(current.Node, ct);
    }

    private Task<int> SetAsync(TenantNode node, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select set_config('app.node', {node.Id.ToString()}, true)", ct);
}
