using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using IpNetwork.Testing;
using IpNetwork.Testing.Chaos;
using Npgsql;

namespace IpNetwork.App.Tests.Chaos;

/// <summary>What is found afterwards, against what was acknowledged.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed record Ledger(int Acknowledged, int Records)
{
    public required IReadOnlyList<string> Lost { get; init; }

    public required IReadOnlyList<string> Doubled { get; init; }

    /// <summary>Acknowledged under another id than the record has.</summary>
    public required IReadOnlyList<string> Strange { get; init; }

    public required long WithoutOneEvent { get; init; }

    public required long WithoutOneMessageEach { get; init; }

    public required long EventsWithoutRecord { get; init; }

    public required IReadOnlyList<Guid> FilesMissing { get; init; }

    public required IReadOnlyList<Guid> FilesBesides { get; init; }

    private const string Verbs = $"('{Notes.Verb}', 'catalog.own-item-drafted')";

    private const string With = $"""
        with records as materialized (
            select person_name as label, id, id::text as subject, true as is_mailed from ipnet.memberships where node_id = $1 and person_name like 'c%-%'
            union all
            select code, id, code, false from ipnet.own_item_drafts where node_id = $1),
        told as materialized (select subject_id as subject from ipnet.audit_events where node_id = $1 and verb in {Verbs}),
        messages as materialized (select payload->>'subjectId' as subject from ipnet.outbox where node_id = $1 and kind = 'Event' and topic in {Verbs}),
        mails as materialized (select payload->>'label' as label from ipnet.outbox where node_id = $1 and kind = 'Mail')
        """;

    public static async Task<Ledger> ReadAsync(ChaosHost host, IReadOnlyDictionary<string, string> acknowledged)
    {
        await using var source = NpgsqlDataSource.Create(host.AdministrativeConnection);
        var records = await RowsAsync(source, host.Node, $"{With} select label, array_agg(id::text) from records group by label", r => (Label: r.GetString(0), Ids: r.GetFieldValue<string[]>(1)));
        var found = records.ToDictionary(r => r.Label, r => r.Ids);
        var mails = await RowsAsync(source, host.Node, "select id from ipnet.outbox where node_id = $1 and kind = 'Mail'", r => r.GetGuid(0));
        var files = Files(host);
        return new(acknowledged.Count, found.Values.Sum(ids => ids.Length))
        {
            Lost = [.. acknowledged.Keys.Where(label => !found.ContainsKey(label))],
            Doubled = [.. records.Where(r => r.Ids.Length > 1).Select(r => r.Label)],
            Strange = [.. acknowledged.Where(a => found.TryGetValue(a.Key, out var ids) && !ids.Contains(a.Value)).Select(a => a.Key)],
            WithoutOneEvent = await CountAsync(source, host.Node, "records r where 1 <> (select count(*) from told where told.subject = r.subject)"),
            WithoutOneMessageEach = await CountAsync(source, host.Node, """
                (select (select count(*) from messages where messages.subject = r.subject) as messages,
                    (select count(*) from mails where mails.label = r.label) as mails,
                    case when is_mailed then count(*) over (partition by label) else 0 end as wanted
                 from records r) x
                where messages <> 1 or mails <> wanted
                """),
            EventsWithoutRecord = await CountAsync(source, host.Node, "told where not exists (select from records r where r.subject = told.subject)"),
            FilesMissing = [.. mails.Except(files)],
            FilesBesides = [.. files.Except(mails)],
        };
    }

    /// <summary>A file that is not whole JSON fails here.</summary>
    private static List<Guid> Files(ChaosHost host) => !Directory.Exists(host.Mailbox)
        ? []
        : [.. Directory.GetFiles(host.Mailbox, "*.json").Select(file => JsonNode.Parse(File.ReadAllText(file))?["id"]?.GetValue<Guid>() ?? Guid.Empty)];

    private static async Task<long> CountAsync(NpgsqlDataSource source, TestNode node, string from) =>
        (await RowsAsync(source, node, $"{With} select count(*) from {from}", r => r.GetInt64(0)))[0];

    private static async Task<List<T>> RowsAsync<T>(NpgsqlDataSource source, TestNode node, string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 120;
        command.Parameters.Add(new() { Value = node.Id.Value });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
