using System.Globalization;
using IpNetwork.App.Data.Sealing;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Trail;

/// <summary>Somebody with every right in the database changes history. Each way is tried again and again at random places.</summary>
public sealed class TamperingTests(TamperedChain chain) : IClassFixture<TamperedChain>
{
    private const int Rounds = 200;

    private static readonly string[] EventColumns =
    [
        "at = at + interval '1 microsecond'", "person_id = gen_random_uuid()", "person_id = null", "person_name = person_name || 'x'", "role = 'Leader'", "role = null",
        "acting_node_id = acting_node_id + 1", "verb = verb || 'x'", "subject_kind = 'y'", "subject_id = subject_id || '1'", "summary = ''", "reason = null",
        "reason = 'x'", "detail = '{}'", "detail = null", "trace_id = null", "source = '10.0.0.1'", "id = gen_random_uuid()", "node_id = node_id + 1000000",
        "subject_kind = subject_id, subject_id = subject_kind", "trace_id = source, source = trace_id",
    ];

    private static readonly string[] SealColumns =
    [
        "sealed_at = sealed_at + interval '1 microsecond'", "cluster = cluster + 1", "from_tx = (from_tx::text::int8 + 1)::text::xid8", "to_tx = (to_tx::text::int8 - 1)::text::xid8",
        "events = events + 1", "root = reverse(root)", "head = reverse(head)", "root = ''", "head = ''",
    ];

    [Fact]
    public Task An_edited_event_is_found() => TryAsync([BreakKind.EventEdited], i =>
        $"update ipnet.audit_events set {EventColumns[i % EventColumns.Length]} where id = '{chain.AnyEvent()}'");

    [Fact]
    public Task A_deleted_event_is_found() => TryAsync([BreakKind.EventDeleted], _ => $"delete from ipnet.audit_events where id = '{chain.AnyEvent()}'");

    [Fact]
    public Task Several_deleted_events_are_found() => TryAsync([BreakKind.EventDeleted], i =>
        $"delete from ipnet.audit_events where id in ({string.Join(',', Enumerable.Range(0, 2 + i % 5).Select(_ => $"'{chain.AnyEvent()}'"))})");

    [Fact]
    public Task An_inserted_event_is_found() => TryAsync([BreakKind.EventInserted], _ => TamperedChain.CopyOf(chain.AnyEvent(), "tx"));

    [Fact]
    public Task An_event_inserted_where_no_seal_will_come_is_found() => TryAsync([BreakKind.EventInserted], i =>
        TamperedChain.CopyOf(chain.AnyEvent(), i % 2 == 0 ? "'9000000000000'::xid8" : "tx", i % 2 == 0 ? "cluster" : "cluster - 1"));

    [Fact]
    public Task Two_events_in_each_others_place_are_found() => TryAsync([BreakKind.EventEdited, BreakKind.EventsReordered], _ =>
        $"""
        update ipnet.audit_events e set tx = o.tx, at = o.at from ipnet.audit_events o
        where e.id in ('{chain.AnyEvent()}', '{chain.AnyOtherEvent()}') and o.id in ('{chain.AnyEvent(again: true)}', '{chain.AnyOtherEvent(again: true)}') and e.id <> o.id
        """);

    [Fact]
    public Task An_event_moved_to_another_seal_is_found() => TryAsync([BreakKind.EventsReordered], _ =>
        $"update ipnet.audit_events set tx = (select tx from ipnet.audit_events where id = '{chain.EventOfAnotherSeal()}') where id = '{chain.AnyEvent(again: true)}'");

    [Fact]
    public Task An_event_given_to_another_network_is_found() => TryAsync([BreakKind.EventDeleted], _ =>
        $"update ipnet.audit_events set network_id = {chain.Other.Id} where id = '{chain.AnyEvent()}'");

    [Fact]
    public Task A_rewritten_seal_is_found() => TryAsync([BreakKind.SealRewritten], i =>
        $"update ipnet.audit_seals set {SealColumns[i % SealColumns.Length]} where node_id = {chain.Network.Id} and number = {chain.AnySeal()}");

    [Fact]
    public Task A_missing_seal_is_found() => TryAsync([BreakKind.SealMissing], _ =>
        $"delete from ipnet.audit_seals where node_id = {chain.Network.Id} and number = {chain.AnySeal(last: TamperedChain.Seals - 1)}");

    [Fact]
    public Task A_chain_cut_off_at_its_end_is_found() => TryAsync([BreakKind.TailTruncated], i =>
    {
        var seal = chain.AnySeal();
        var seals = $"delete from ipnet.audit_seals where node_id = {chain.Network.Id} and number >= {seal};";
        return i % 2 == 0
            ? seals
            : $"delete from ipnet.audit_events where network_id = {chain.Network.Id} and tx >= (select from_tx from ipnet.audit_seals where node_id = {chain.Network.Id} and number = {seal}); {seals}";
    });

    /// <summary>The forger has our program, too: the forged chain is sound in itself and only the published heads tell.</summary>
    [Fact]
    public Task A_whole_chain_sealed_anew_is_found() => TryAsync([BreakKind.SealRewritten], async i =>
    {
        await chain.Host.ExecuteAsync($"""
            update ipnet.audit_events set {EventColumns[i % EventColumns.Length]} where id = '{chain.AnyEvent()}';
            delete from ipnet.audit_seals where node_id = {chain.Network.Id};
            """);
        var forgery = new HeadLog(Path.Combine(chain.Host.DataFolder, $"forged-{Guid.NewGuid():n}"));
        Assert.Null((await chain.Host.SealAsync(chain.Network, heads: forgery)).Break);
    }, Rounds / 4);

    private Task TryAsync(BreakKind[] kinds, Func<int, string> mutation) => TryAsync(kinds, i => chain.Host.ExecuteAsync(mutation(i)));

    private async Task TryAsync(BreakKind[] kinds, Func<int, Task> mutation, int rounds = Rounds)
    {
        await chain.RestoreAsync();
        for (var i = 0; i < rounds; i++)
        {
            await mutation(i);
            var found = (await chain.Host.CheckAsync(chain.Network)).Break;
            Assert.True(found is not null && kinds.Contains(found.Kind), string.Create(CultureInfo.InvariantCulture, $"Round {i}: {found}"));
            await chain.RestoreAsync();
            if (i % 50 == 0)
            {
                Assert.Null((await chain.Host.CheckAsync(chain.Network)).Break);
            }
        }
    }
}

/// <summary>A sealed chain beside another one, and a copy of both to go back to.</summary>
public sealed class TamperedChain : IAsyncLifetime
{
    public const int Seals = 12;
    private const string Columns = "node_id, id, network_id, at, person_id, person_name, role, acting_node_id, verb, subject_kind, subject_id, summary, reason, detail, trace_id, source";

    private readonly Random random = new(20260409);
    private List<(Guid Id, long Tx)> events = [];
    private Guid any;
    private Guid other;

    internal TrailHost Host { get; } = new();

    internal TestNode Network { get; private set; } = null!;

    internal TestNode Other { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        var given = new Given(Host);
        Network = await given.ProvinceAsync();
        Other = await given.ProvinceAsync();
        var city = await given.CityAsync(Network);
        for (var seal = 0; seal < Seals; seal++)
        {
            for (var i = 0; i < 4; i++)
            {
                await Host.RecordAsync(i % 2 == 0 ? city : Network);
            }

            await Host.RecordAsync(Other);
            await Host.SealAsync(Network);
        }

        await Host.ExecuteAsync("create table public.events as select * from ipnet.audit_events; create table public.seals as select * from ipnet.audit_seals");
        await using var command = Host.Administrator.CreateCommand("select id, tx::text::int8 from ipnet.audit_events where network_id = $1 and verb <> 'nodes.founded' order by tx, id");
        command.Parameters.Add(new() { Value = Network.Id.Value });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            events.Add((reader.GetGuid(0), reader.GetInt64(1)));
        }
    }

    public Task DisposeAsync() => Host.DisposeAsync();

    internal Guid AnyEvent(bool again = false) => any = again ? any : events[random.Next(events.Count)].Id;

    internal Guid AnyOtherEvent(bool again = false)
    {
        while (!again && (other = events[random.Next(events.Count)].Id) == any)
        {
        }

        return other;
    }

    /// <summary>Four records stand behind each seal.</summary>
    internal Guid EventOfAnotherSeal()
    {
        var index = random.Next(events.Count);
        any = events[index].Id;
        return events[(index + 4 + 4 * random.Next(Seals - 2)) % events.Count].Id;
    }

    internal long AnySeal(long last = Seals) => random.NextInt64(1, last + 1);

    internal static string CopyOf(Guid id, string tx, string cluster = "cluster") =>
        $"insert into ipnet.audit_events ({Columns}, tx, cluster) select {Columns.Replace(" id,", " gen_random_uuid(),", StringComparison.Ordinal)}, {tx}, {cluster} from ipnet.audit_events where id = '{id}'";

    internal Task RestoreAsync() => Host.ExecuteAsync("""
        delete from ipnet.audit_events; insert into ipnet.audit_events select * from public.events;
        delete from ipnet.audit_seals; insert into ipnet.audit_seals select * from public.seals;
        """);
}
