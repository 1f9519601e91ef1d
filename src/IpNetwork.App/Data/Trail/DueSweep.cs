using IpNetwork.App.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Quartz;

namespace IpNetwork.App.Data.Trail;

/// <summary>
/// Finds what has fallen due anywhere in the network and lets the room that wrote it down act, each row in its node's own context.
/// Safe to run twice; what fails stays, is told in the log, and is taken up by the next sweep.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class DueSweep(
    [FromKeyedServices(Walls.Dispatch)] NpgsqlDataSource source, IServiceProvider services, NodeDirectory directory, NodeScopes scopes, TimeProvider clock, ILogger<DueSweep> logger) : IJob
{
    private const int Batch = 500;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await RunAsync(cancellationToken);

    /// <returns>How many rows were found.</returns>
    internal async Task<int> RunAsync(CancellationToken ct)
    {
        string[] kinds;
        await using (var scope = services.CreateAsyncScope())
        {
            kinds = [.. scope.ServiceProvider.GetServices<IDueHandler>().Select(handler => handler.Kind)];
        }

        var due = await FindAsync(kinds, ct);
        var nodes = await directory.CurrentAsync(ct);
        foreach (var (node, id) in due)
        {
            if (nodes.ById(new(node)) is { } known)
            {
                await OneAsync(NodeDirectory.Tenant(known), id, ct);
            }
        }

        return due.Count;
    }

    private async Task OneAsync(TenantNode node, Guid id, CancellationToken ct)
    {
        try
        {
            await scopes.RunAsync(node, async inNode =>
            {
                if (await inNode.GetRequiredService<NetworkDb>().Set<DueWork>().SingleOrDefaultAsync(work => work.Id == id, ct) is { } work)
                {
                    await inNode.GetServices<IDueHandler>().Single(handler => handler.Kind == work.Kind).DoAsync(work, inNode, ct);
                }
            });
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            NotDone(e, id, node.Slug);
        }
    }

    private async Task<List<(int Node, Guid Id)>> FindAsync(string[] kinds, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select node_id, id from ipnet.due_work where due_at <= $1 and kind = any ($2) order by due_at, id limit $3");
        command.Parameters.Add(new() { Value = clock.GetUtcNow().UtcDateTime, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = kinds });
        command.Parameters.Add(new() { Value = Batch });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<(int, Guid)>();
        while (await reader.ReadAsync(ct))
        {
            found.Add((reader.GetInt32(0), reader.GetGuid(1)));
        }

        return found;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Due work {Id} of {Node} not done")]
    private partial void NotDone(Exception e, Guid id, string node);
}
