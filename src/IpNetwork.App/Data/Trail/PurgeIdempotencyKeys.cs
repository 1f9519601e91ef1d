using IpNetwork.App.Tenancy;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace IpNetwork.App.Data.Trail;

/// <summary>Forgets keys after 30 days, node by node, each in its own context. Safe to run twice.</summary>
[DisallowConcurrentExecution]
internal sealed class PurgeIdempotencyKeys(NodeDirectory directory, NodeScopes scopes, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var node in (await directory.CurrentAsync(cancellationToken)).All)
        {
            await scopes.RunAsync(NodeDirectory.Tenant(node), services => InNodeAsync(services, cancellationToken));
        }
    }

    internal async Task InNodeAsync(IServiceProvider inNodeContext, CancellationToken ct)
    {
        var db = inNodeContext.GetRequiredService<NetworkDb>();
        var limit = clock.GetUtcNow() - Life;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Set<IdempotencyRow>().Where(r => r.CreatedAt < limit).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
