using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using Npgsql;
using NpgsqlTypes;

namespace IpNetwork.App.Outbox;

/// <summary>The outbox as its dispatchers see it: the whole network's rows, with a role that can do nothing else.</summary>
internal sealed class OutboxTable([FromKeyedServices(Walls.Dispatch)] NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>Claims that ended without a word: their dispatcher was killed, perhaps by one of the messages.</summary>
    private const int Trust = 3;

    /// <summary>Takes what is due, oldest first. What has been claimed again and again without a word is taken singly, so that one deadly message does not hold others.</summary>
    public async Task<List<OutgoingMessage>> ClaimAsync(string[] kinds, int limit, TimeSpan lease, CancellationToken ct)
    {
        var claimed = await ClaimAsync(kinds, limit, lease, isTrusted: true, ct);
        return claimed.Count > 0 ? claimed : await ClaimAsync(kinds, 1, lease, isTrusted: false, ct);
    }

    private async Task<List<OutgoingMessage>> ClaimAsync(string[] kinds, int limit, TimeSpan lease, bool isTrusted, CancellationToken ct)
    {
        await using var command = Command("""
            with due as (
                select node_id, id from ipnet.outbox
                where sent_at is null and dead_at is null and due_at <= $1 and kind = any ($2) and (fence - attempts < $3) = $4
                order by due_at, id
                limit $5
                for update skip locked)
            update ipnet.outbox o set fence = o.fence + 1, due_at = $6
            from due where o.node_id = due.node_id and o.id = due.id
            returning o.node_id, o.id, o.kind, o.topic, o.recipient, o.payload, o.created_at, o.fence
            """, Now, kinds, Trust, isTrusted, limit, Now + lease);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var claimed = new List<OutgoingMessage>();
        while (await reader.ReadAsync(ct))
        {
            claimed.Add(new(
                new(reader.GetInt32(0)), reader.GetGuid(1), Enum.Parse<MessageKind>(reader.GetString(2)), reader.GetString(3),
                await reader.IsDBNullAsync(4, ct) ? null : reader.GetString(4), reader.GetString(5), new(reader.GetDateTime(6)), reader.GetInt32(7)));
        }

        return claimed;
    }

    public Task RenewAsync(IReadOnlyCollection<OutgoingMessage> claimed, TimeSpan lease, CancellationToken ct) => PostponeAsync(claimed, Now + lease, ct);

    /// <summary>Gives back what was claimed and not sent.</summary>
    public Task ReleaseAsync(IReadOnlyCollection<OutgoingMessage> claimed, CancellationToken ct) => PostponeAsync(claimed, Now, ct);

    private async Task PostponeAsync(IReadOnlyCollection<OutgoingMessage> claimed, DateTime until, CancellationToken ct)
    {
        await using var command = Command("""
            update ipnet.outbox o set due_at = $1
            from unnest($2, $3, $4) as mine (node_id, id, fence)
            where o.node_id = mine.node_id and o.id = mine.id and o.fence = mine.fence and o.sent_at is null and o.dead_at is null
            """, until, claimed.Select(m => m.NodeId.Value).ToArray(), claimed.Select(m => m.Id).ToArray(), claimed.Select(m => m.Claim).ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A link that opens something is forgotten once its letter has left.</summary>
    /// <returns>False when another dispatcher has claimed it since.</returns>
    public async Task<bool> MarkSentAsync(OutgoingMessage message, CancellationToken ct)
    {
        await using var command = Command("""
            update ipnet.outbox set sent_at = $1, last_error = null, payload = payload - 'link'
            where node_id = $2 and id = $3 and fence = $4 and sent_at is null
            """, Now, message.NodeId.Value, message.Id, message.Claim);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <returns>The failures so far, and whether the message is given up; null when another dispatcher has claimed it since.</returns>
    public async Task<(int Attempts, bool IsDead)?> MarkFailedAsync(OutgoingMessage message, string error, OutboxSettings settings, CancellationToken ct)
    {
        await using var command = Command("""
            update ipnet.outbox set attempts = attempts + 1, last_error = $1, due_at = $2 + ($3::interval[])[least(attempts + 1, $4)],
                dead_at = case when attempts + 1 >= $4 then $2 end
            where node_id = $5 and id = $6 and fence = $7 and sent_at is null
            returning attempts, dead_at is not null
            """,
            error.Length > 1000 ? error[..1000] : error, Now,
            Enumerable.Range(1, settings.Attempts).Select(settings.PauseAfter).ToArray(), settings.Attempts,
            message.NodeId.Value, message.Id, message.Claim);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetInt32(0), reader.GetBoolean(1)) : null;
    }

    /// <summary>Gives up what has been claimed too often without a word.</summary>
    public async Task<int> BurySilentAsync(int claims, CancellationToken ct)
    {
        await using var command = Command("""
            update ipnet.outbox set dead_at = $1, last_error = 'claimed ' || fence || ' times without an answer'
            where sent_at is null and dead_at is null and due_at <= $1 and fence - attempts >= $2
            """, Now, claims + Trust);
        return await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<List<OutboxState>> StateAsync(CancellationToken ct)
    {
        await using var command = Command("""
            select kind, count(*) filter (where dead_at is null), count(*) filter (where dead_at is not null), min(created_at) filter (where dead_at is null)
            from ipnet.outbox where sent_at is null group by kind order by kind
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var states = new List<OutboxState>();
        while (await reader.ReadAsync(ct))
        {
            states.Add(new(Enum.Parse<MessageKind>(reader.GetString(0)), reader.GetInt64(1), reader.GetInt64(2), await reader.IsDBNullAsync(3, ct) ? null : new(reader.GetDateTime(3))));
        }

        return states;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value is DateTime at ? new() { Value = at, NpgsqlDbType = NpgsqlDbType.TimestampTz } : new() { Value = value });
        }

        return command;
    }
}

/// <summary>What one kind of message has waiting, and what was given up.</summary>
internal sealed record OutboxState(MessageKind Kind, long Waiting, long Dead, DateTimeOffset? Oldest);
