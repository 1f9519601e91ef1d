using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace IpNetwork.App.Data.Files;

/// <summary>Compares store and rows, node by node: bytes that no row names go, rows whose bytes are gone are reported. Safe to run twice.</summary>
[DisallowConcurrentExecution]
internal sealed partial class SweepOrphans(NodeDirectory directory, NodeScopes scopes, IFileStore store, TimeProvider clock, ILogger<SweepOrphans> logger) : IJob
{
    /// <summary>Bytes come before their row; younger ones may still wait for it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var node in (await directory.CurrentAsync(cancellationToken)).All)
        {
            await scopes.RunAsync(NodeDirectory.Tenant(node), services => InNodeAsync(services, cancellationToken));
        }
    }

    internal async Task InNodeAsync(IServiceProvider inNodeContext, CancellationToken ct)
    {
        var (db, node) = (inNodeContext.GetRequiredService<NetworkDb>(), inNodeContext.GetRequiredService<CurrentNode>().Id);
        var limit = clock.GetUtcNow() - Grace;
        // Rows after bytes: a row that comes in between finds its bytes already listed or too young to matter.
        var kept = await store.ListAsync(node, ct).ToListAsync(ct);
        var rows = await db.Set<StoredFile>().AsNoTracking().Where(f => f.State != FileState.Removed || f.FrozenAt != null)
            .Select(f => new { f.Id, f.StoredName, f.State, f.CompletedAt }).ToListAsync(ct);
        var named = rows.Select(row => row.StoredName).ToHashSet(StringComparer.Ordinal);
        var orphans = kept.Where(one => one.WrittenAt < limit && !named.Contains(one.Name)).ToList();
        foreach (var orphan in orphans)
        {
            await store.RemoveAsync(new(node, orphan.Name), ct);
        }

        if (orphans.Count > 0)
        {
            Swept(node, orphans.Count);
        }

        var there = kept.Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.State is not FileState.Uploading && row.CompletedAt < limit && !there.Contains(row.StoredName)))
        {
            Missing(node, row.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed the bytes of {Count} files of node {Node} that no row names")]
    private partial void Swept(NodeId node, int count);

    [LoggerMessage(Level = LogLevel.Critical, Message = "File {File} of node {Node} is missing in the store")]
    private partial void Missing(NodeId node, FileId file);
}
