using IpNetwork.App.Data.Trail;
using IpNetwork.Domain.Kernel;
using Npgsql;

namespace IpNetwork.App.Data.Sealing;

/// <summary>
/// Closes each network's new audit events into the next link of its chain. A batch ends at the xmin horizon: every
/// transaction below it has ended, so no event can appear later in a range already sealed.
/// </summary>
internal sealed partial class Sealer([FromKeyedServices(Walls.Dispatch)] NpgsqlDataSource source, HeadLog log, TimeProvider clock, ILogger<Sealer> logger)
{
    public async Task SealAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        foreach (var (network, slug) in await SealTable.NetworksAsync(connection, ct))
        {
            while (await SealNextAsync(connection, network, ct))
            {
            }

            await PublishAsync(connection, network, slug, ct);
        }
    }

    private async Task<bool> SealNextAsync(NpgsqlConnection connection, NodeId network, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await SealTable.LockAsync(connection, network, ct);
        var last = await SealTable.LastAsync(connection, network, null, ct);
        var horizon = await SealTable.HorizonAsync(connection, ct);
        if (await LeftBehindAsync(connection, network, last, horizon.Cluster, ct) is { } left)
        {
            return await CloseAsync(connection, transaction, network, last, left, ct);
        }

        await CloseAsync(connection, transaction, network, last, await SinceAsync(connection, network, horizon.Cluster, horizon.Tx, ct), ct);
        return false;
    }

    /// <summary>After a restore into another cluster: what the old one had not sealed. Its transactions have all ended.</summary>
    private static async Task<Span?> LeftBehindAsync(NpgsqlConnection connection, NodeId network, AuditSeal? last, long current, CancellationToken ct)
    {
        if (last?.Cluster == current)
        {
            return null;
        }

        foreach (var cluster in (await SealTable.ClustersAsync(connection, network, ct)).Where(c => c != current))
        {
            if (await SealTable.LastTxAsync(connection, network, cluster, ct) is { } tx
                && await SinceAsync(connection, network, cluster, tx + 1, ct) is var span && span.From < span.To)
            {
                return span;
            }
        }

        return null;
    }

    private static async Task<Span> SinceAsync(NpgsqlConnection connection, NodeId network, long cluster, ulong to, CancellationToken ct) =>
        new(cluster, (await SealTable.LastAsync(connection, network, cluster, ct))?.ToTx ?? 0, to);

    private async Task<bool> CloseAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, NodeId network, AuditSeal? last, Span span, CancellationToken ct)
    {
        using var gathering = new Gathering();
        await using (var events = await EventStream.OpenAsync(connection, network, span, ct))
        {
            while (await events.NextAsync(ct))
            {
                gathering.Add(events.Hash);
            }
        }

        if (gathering.Events == 0)
        {
            return false;
        }

        var seal = Link.Close(last, network, span, gathering.Take(), clock.GetUtcNow());
        await SealTable.AddAsync(connection, seal, ct);
        await transaction.CommitAsync(ct);
        Sealed(seal.Number, network.Value, seal.Events);
        return true;
    }

    private async Task PublishAsync(NpgsqlConnection connection, NodeId network, string slug, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await SealTable.LockAsync(connection, network, ct);
        var file = log.PathOf(slug);
        if (await log.AppendAsync(slug, (number, token) => SealTable.AfterAsync(connection, network, number - 1, int.MaxValue, token), ct) is Publication.Contradicted)
        {
            Contradicted(slug, file);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Sealed link {Number} of network {Network} over {Events} events")]
    private partial void Sealed(long number, int network, int events);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit chain of {Network} contradicts its published heads in {File}: run verify")]
    private partial void Contradicted(string network, string file);
}
