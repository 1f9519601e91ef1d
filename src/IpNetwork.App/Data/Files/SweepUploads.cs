using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace IpNetwork.App.Data.Files;

/// <summary>Clears away what was left half sent, node by node, each in its own context. Safe to run twice.</summary>
[DisallowConcurrentExecution]
internal sealed class SweepUploads(NodeDirectory directory, NodeScopes scopes, PartFiles parts, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var node in (await directory.CurrentAsync(cancellationToken)).All)
        {
            await scopes.RunAsync(NodeDirectory.Tenant(node), services => InNodeAsync(services, cancellationToken));
        }
    }

    internal async Task InNodeAsync(IServiceProvider inNodeContext, CancellationToken ct)
    {
        var (db, node, drop) = (inNodeContext.GetRequiredService<NetworkDb>(), inNodeContext.GetRequiredService<CurrentNode>(), inNodeContext.GetRequiredService<DropUpload>());
        var now = clock.GetUtcNow();
        foreach (var upload in await db.Set<FileUpload>().AsNoTracking().Where(u => u.ExpiresAt < now).ToListAsync(ct))
        {
            await drop.ExpireAsync(upload.FileId, upload.PersonId, now, Actor.Program("清理未传完的文件", node.Id), ct);
        }

        var running = await db.Set<StoredFile>().Where(f => f.State == FileState.Uploading).Select(f => f.StoredName).ToHashSetAsync(ct);
        foreach (var left in parts.List(node.Id).Where(part => part.WrittenAt < now - FileUpload.Life && !running.Contains(part.Name)).ToList())
        {
            parts.Remove(new(node.Id, left.Name));
        }
    }
}
