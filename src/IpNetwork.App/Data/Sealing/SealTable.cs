using IpNetwork.App.Data.Trail;
using IpNetwork.Domain.Kernel;
using Npgsql;

namespace IpNetwork.App.Data.Sealing;

/// <summary>The seals and what sealing must know of the events, in the words of the database.</summary>
internal static class SealTable
{
    private const int Lock = 714002;
    private const string Columns = "node_id, number, sealed_at, cluster, from_tx, to_tx, events, root, head";

    public static async Task<List<(NodeId Id, string Slug)>> NetworksAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select id, slug from ipnet.nodes where parent_id is null order by id", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var networks = new List<(NodeId, string)>();
        while (await reader.ReadAsync(ct))
        {
            networks.Add((new(reader.GetInt32(0)), reader.GetString(1)));
        }

        return networks;
    }

    /// <summary>One sealer at a time for a network, until the transaction ends.</summary>
    public static async Task LockAsync(NpgsqlConnection connection, NodeId network, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock($1, $2)", connection) { Parameters = { new() { Value = Lock }, new() { Value = network.Value } } };
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>This cluster, and the transaction below which every one has ended.</summary>
    public static async Task<Horizon> HorizonAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select (pg_control_system()).system_identifier, pg_snapshot_xmin(pg_current_snapshot())", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new(reader.GetInt64(0), reader.GetFieldValue<ulong>(1));
    }

    /// <summary>Every cluster that has written events of the network, found by skipping along the index.</summary>
    public static async Task<List<long>> ClustersAsync(NpgsqlConnection connection, NodeId network, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            with recursive found as (
                select min(cluster) as cluster from ipnet.audit_events where network_id = $1
                union all
                select (select min(e.cluster) from ipnet.audit_events e where e.network_id = $1 and e.cluster > found.cluster)
                from found where found.cluster is not null)
            select cluster from found where cluster is not null
            """, connection) { Parameters = { new() { Value = network.Value } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var clusters = new List<long>();
        while (await reader.ReadAsync(ct))
        {
            clusters.Add(reader.GetInt64(0));
        }

        return clusters;
    }

    public static async Task<ulong?> LastTxAsync(NpgsqlConnection connection, NodeId network, long cluster, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select tx from ipnet.audit_events where cluster = $1 and network_id = $2 order by tx desc limit 1", connection)
        {
            Parameters = { new() { Value = cluster }, new() { Value = network.Value } },
        };
        return await command.ExecuteScalarAsync(ct) as ulong?;
    }

    /// <summary>How many events there are from a transaction on, and how many of them claim one that has not begun.</summary>
    public static async Task<(long All, long Unborn)> CountAsync(NpgsqlConnection connection, NodeId network, long cluster, ulong from, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select count(*), count(*) filter (where tx >= pg_snapshot_xmax(pg_current_snapshot()))
            from ipnet.audit_events where cluster = $1 and network_id = $2 and tx >= $3
            """, connection)
        {
            Parameters = { new() { Value = cluster }, new() { Value = network.Value }, Xid(from) },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    public static async Task<AuditSeal?> LastAsync(NpgsqlConnection connection, NodeId network, long? cluster, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"select {Columns} from ipnet.audit_seals where node_id = $1 and ($2::int8 is null or cluster = $2) order by number desc limit 1", connection)
        {
            Parameters = { new() { Value = network.Value }, new() { Value = cluster ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint } },
        };
        return (await ReadAsync(command, ct)).SingleOrDefault();
    }

    public static async Task<List<AuditSeal>> AfterAsync(NpgsqlConnection connection, NodeId network, long number, int limit, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"select {Columns} from ipnet.audit_seals where node_id = $1 and number > $2 order by number limit $3", connection)
        {
            Parameters = { new() { Value = network.Value }, new() { Value = number }, new() { Value = limit } },
        };
        return await ReadAsync(command, ct);
    }

    public static async Task AddAsync(NpgsqlConnection connection, AuditSeal seal, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"insert into ipnet.audit_seals ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)", connection)
        {
            Parameters =
            {
                new() { Value = seal.NodeId.Value }, new() { Value = seal.Number }, new() { Value = seal.SealedAt.UtcDateTime }, new() { Value = seal.Cluster },
                Xid(seal.FromTx), Xid(seal.ToTx), new() { Value = seal.Events }, new() { Value = seal.Root }, new() { Value = seal.Head },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter Xid(ulong value) => new() { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Xid8 };

    private static async Task<List<AuditSeal>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var seals = new List<AuditSeal>();
        while (await reader.ReadAsync(ct))
        {
            seals.Add(new AuditSeal
            {
                NodeId = new(reader.GetInt32(0)),
                Number = reader.GetInt64(1),
                SealedAt = new(reader.GetDateTime(2)),
                Cluster = reader.GetInt64(3),
                FromTx = reader.GetFieldValue<ulong>(4),
                ToTx = reader.GetFieldValue<ulong>(5),
                Events = reader.GetInt32(6),
                Root = reader.GetString(7),
                Head = reader.GetString(8),
            });
        }

        return seals;
    }
}

internal readonly record struct Horizon(long Cluster, ulong Tx);
