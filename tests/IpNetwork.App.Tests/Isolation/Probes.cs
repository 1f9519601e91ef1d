using IpNetwork.App.Data;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Isolation;

/// <summary>One way round the wall, tried on any table.</summary>
internal sealed record Probe(string Id, string Sentence, Func<string, ProbedTable, Task> TryAsync)
{
    public override string ToString() => $"{Id} {Sentence}";
}

/// <summary>The attempts of somebody who may speak SQL as one of our roles. Every one is made on every table.</summary>
internal static class Probes
{
    private static readonly Neighbour Ours = Neighbours.Ours;
    private static readonly Neighbour Theirs = Neighbours.Theirs;
    private const int Fresh = 77_001;

    public static IReadOnlyList<Probe> All { get; } =
    [
        new("S01", "The application sees its node's rows", SeesOwnRowsAsync),
        new("S01b", "Without a node a tenant table is empty", SeesNothingWithoutNodeAsync),
        new("S01c", "A malformed node is an error and never a row", MalformedNodeAsync),
        new("S02", "The owner of the table sees nothing", OwnerSeesNothingAsync),
        new("S03", "A view of the owner shows nothing", ViewOfOwnerAsync),
        new("S04", "No superuser owns the table", NoSuperuserOwnsAsync),
        new("S05", "The application makes no materialized view", NoMaterializedViewAsync),
        new("S06", "A definer function of the owner sees nothing", DefinerOfOwnerAsync),
        new("S09", "A row of another node is neither made nor changed nor deleted", ForeignWritesAsync),
        new("S10", "Another node's keys are free to use", KeysTellNothingAsync),
        new("S12", "Deleting what is ours leaves theirs", DeleteStaysAsync),
        new("S13", "ON CONFLICT does not meet another node's row", ConflictTellsNothingAsync),
        new("S14", "Nobody truncates", NoTruncateAsync),
        new("S15", "Switching row security off is an error", RowSecurityOffAsync),
        new("S16", "COPY takes out only what is seen and puts nothing in", CopyAsync),
        new("S18", "The context ends with its transaction", ContextEndsAsync),
        new("S19", "SET LOCAL outside a transaction sets nothing", SetLocalOutsideAsync),
        new("S21", "A condition that would fail on their row does not fail", ErrorProbeAsync),
        new("S25", "A prepared statement asks again for whom", PreparedAsync),
        new("S31", "No role of ours changes the wall", NoRoleChangesTheWallAsync),
        new("O01", "Oversight sees its subtree and writes nothing", OversightAsync),
        new("O02", "Oversight without a scope sees no tenant row", OversightWithoutScopeAsync),
        new("D01", "Dispatch reaches only the tables of the trail", DispatchAsync),
        new("N01", "Sign-on reaches no table of the network", SignOnAsync),
        new("P01", "A person reads only what is about that person, and writes nothing by it", PersonAsync),
    ];

    /// <summary>Which rows background work of the whole network may touch, and how.</summary>
    public static IReadOnlyDictionary<string, Access> DispatchMay { get; } = new Dictionary<string, Access>
    {
        ["outbox"] = Access.Select | Access.Update,
        ["audit_events"] = Access.Select,
        ["audit_seals"] = Access.Select | Access.Insert,
        ["due_work"] = Access.Select,
        ["nodes"] = Access.Select,
    };

    private static async Task SeesOwnRowsAsync(string database, ProbedTable table)
    {
        await using var app = await Session.OpenAsync(database, Walls.App);
        await app.BeginAsync(Ours.Setting);

        Assert.Equal(table.IsOpen ? Neighbours.All.Count : 1, await CountAsync(app, table));
        Assert.Equal(1, await CountAsync(app, table, Ours));
        Assert.Equal(table.IsOpen ? 1 : 0, await CountAsync(app, table, Theirs));
    }

    private static async Task SeesNothingWithoutNodeAsync(string database, ProbedTable table)
    {
        await using var app = await Session.OpenAsync(database, Walls.App);
        await app.BeginAsync();

        Assert.Equal(table.IsOpen ? Neighbours.All.Count : 0, await CountAsync(app, table));
        await NoRowAsync(app, table, Ours, Fresh);
        Assert.Equal(0, await TouchedAsync(app, $"update {table.Sql} set {table.NodeColumn} = {table.NodeColumn}"));
        Assert.Equal(0, await TouchedAsync(app, $"delete from {table.Sql}"));
    }

    private static async Task MalformedNodeAsync(string database, ProbedTable table)
    {
        foreach (var text in new[] { "null", "3301,330109", "3301 or true", "-", "99999999999" })
        {
            await using var app = await Session.OpenAsync(database, Walls.App);
            await app.BeginAsync(text);
            var state = await app.RefusalAsync($"select count(*) from {table.Sql}");
            Assert.Equal(table.IsOpen ? null : text.StartsWith('9') ? "22003" : "22P02", state);
        }
    }

    private static async Task OwnerSeesNothingAsync(string database, ProbedTable table)
    {
        foreach (var node in new[] { null, Ours.Setting })
        {
            await using var owner = await Session.OpenAsync(database, Walls.Owner);
            await owner.BeginAsync(node);
            // The owner may become the application for a migration that says so; unset, it is not.
            var seen = await CountAsync(owner, table);
            Assert.Equal(table.IsOpen ? Neighbours.All.Count : node is null ? 0 : 1, seen);
            Assert.Equal(table.IsOpen ? 1 : 0, await CountAsync(owner, table, Theirs));
        }
    }

    private static async Task ViewOfOwnerAsync(string database, ProbedTable table)
    {
        await using var session = await Session.OpenAsync(database);
        await session.RunAsync($"""
            begin; set local role {Walls.Owner};
            create view ipnet.probe_view as select * from {table.Sql}; grant select on ipnet.probe_view to {Walls.App};
            set local session authorization {Walls.App};
            """);
        Assert.Equal(table.IsOpen ? 1 : 0, await session.ValueAsync<long>($"select count(*) from ipnet.probe_view where {table.NodeColumn} = {Theirs.Id}"));
        await session.RunAsync($"select set_config('app.node', '{Ours.Setting}', true)");
        Assert.Equal(table.IsOpen ? 1 : 0, await session.ValueAsync<long>($"select count(*) from ipnet.probe_view where {table.NodeColumn} = {Theirs.Id}"));
        await session.RollbackAsync();
    }

    private static async Task NoSuperuserOwnsAsync(string database, ProbedTable table)
    {
        await using var session = await Session.OpenAsync(database);
        Assert.Equal(Walls.Owner, await session.ValueAsync<string>($"select pg_get_userbyid(relowner)::text from pg_class where oid = '{table.Sql}'::regclass"));
    }

    private static async Task NoMaterializedViewAsync(string database, ProbedTable table)
    {
        await using var app = await Session.OpenAsync(database, Walls.App);
        await app.BeginAsync(Ours.Setting);
        await app.RefusedAsync($"create materialized view ipnet.probe as select * from {table.Sql}");
        await app.RefusedAsync($"create table public.probe as select * from {table.Sql}");
        await app.RefusedAsync($"create view ipnet.probe as select * from {table.Sql}");
    }

    private static async Task DefinerOfOwnerAsync(string database, ProbedTable table)
    {
        await using var session = await Session.OpenAsync(database);
        await session.RunAsync($"""
            begin; set local role {Walls.Owner};
            create function ipnet.probe() returns bigint language sql security definer as
                $$ select count(*) from {table.Sql} where {table.NodeColumn} = {Theirs.Id} $$;
            set local session authorization {Walls.App};
            select set_config('app.node', '{Ours.Setting}', true);
            """);
        Assert.Equal(table.IsOpen ? 1 : 0, await session.ValueAsync<long>("select ipnet.probe()"));
        await session.RollbackAsync();
    }

    private static async Task ForeignWritesAsync(string database, ProbedTable table)
    {
        await using var app = await Session.OpenAsync(database, Walls.App);
        await app.BeginAsync(Ours.Setting);
        await NoRowAsync(app, table, Theirs, Fresh);
        if (await MayAsync(app, table, "update"))
        {
            Assert.NotNull(await app.RefusalAsync($"update {table.Sql} set {table.NodeColumn} = {Theirs.Id + 1} where {table.NodeColumn} = {Ours.Id}"));
            Assert.Equal(0, await TouchedAsync(app, $"update {table.Sql} set {table.NodeColumn} = {Ours.Id + 1} where {table.NodeColumn} = {Theirs.Id}"));
            Assert.Equal(0, await TouchedAsync(app, $"update {table.Sql} set {table.NodeColumn} = {table.NodeColumn} where {table.NodeColumn} = {Theirs.Id}"));
        }

        Assert.Equal(0, await TouchedAsync(app, $"delete from {table.Sql} where {table.NodeColumn} <> {Ours.Id}"));
    }

    private static async Task KeysTellNothingAsync(string database, ProbedTable table)
    {
        await using var app = await Session.OpenAsync(database, Walls.App);
        await app.BeginAsync(Ours.Setting);
        // The register is public knowledge: that a slug is taken is no secret.
        if (table.Wall is not Wall.Register && !table.IsOnePerNode && await MayAsync(app, table, "insert"))
        {
            Assert.Null(await app.RefusalAsync(table.InsertFor(Ours, Theirs.Id)));
        }
    }

    private static async Task DeleteStaysAsync(string database, ProbedTable table)
    {
        await using var session = await Session.OpenAsync(database);
        await session.RunAsync("begin");
        try
        {
            await session.RunAsync($"delete from {table.Sql} where {table.NodeColumn} = {Ours.Id}");
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.ForeignKeyViolation)
        {
            // Held by what hangs on it: nothing went, ours or theirs.
            await session.RollbackAsync();
            return;
        }

        foreach (var name in WalledDatabase.TableNames(WalledDatabase.Model))
        {
            var node = name == "nodes" ? "id" : "node_id";
            Assert.Equal(1, await session.ValueAsync<long>($"select count(*) from ipnet.{name} where {node} = {Theirs.Id}"));
        }

        await session.RollbackAsync();
    }

    private static async Task ConflictTellsNothingAsync(string database, ProbedTable table)
    {
        await using var app = await Session.OpenAsync(database, Walls.App);
        await app.BeginAsync(Ours.Setting);
        if (table.Wall is Wall.Register || table.IsOnePerNode || !await MayAsync(app, table, "insert"))
        {
            return;
        }

        Assert.Equal(1, await TouchedAsync(app, table.InsertFor(Ours, Theirs.Id, "on conflict do nothing")));
        if (await MayAsync(app, table, "update"))
        {
            var key = string.Join(", ", table.PrimaryKey.Select(c => $"\"{c}\""));
            Assert.Equal(1, await TouchedAsync(app, table.InsertFor(Ours, Theirs.Id, $"on conflict ({key}) do update set node_id = excluded.node_id")));
            await app.RefusedAsync(table.InsertFor(Theirs, Theirs.Id, $"on conflict ({key}) do update set node_id = {Ours.Id}"));
        }

        await app.RefusedAsync(table.InsertFor(Theirs, Theirs.Id, "on conflict do nothing"));
    }

    private static async Task NoTruncateAsync(string database, ProbedTable table)
    {
        foreach (var role in new[] { Walls.App, Walls.Oversight, Walls.Dispatch, Walls.SignOn })
        {
            await using var session = await Session.OpenAsync(database, role);
            await session.BeginAsync(Ours.Setting);
            await session.RefusedAsync($"truncate {table.Sql}");
            await session.RefusedAsync($"truncate {table.Sql} cascade");
        }
    }

    private static async Task RowSecurityOffAsync(string database, ProbedTable table)
    {
        foreach (var role in new[] { Walls.App, Walls.Oversight, Walls.Owner })
        {
            await using var session = await Session.OpenAsync(database, role);
            await session.BeginAsync(Ours.Setting, scope: Ours.Path);
            await session.RunAsync("set local row_security = off");
            await session.RefusedAsync($"select count(*) from {table.Sql}");
        }
    }

    private static async Task CopyAsync(string database, ProbedTable table)
    {
        await using var app = await Session.OpenAsync(database, Walls.App);
        await app.BeginAsync(Ours.Setting);
        using (var reader = await app.Connection.BeginTextExportAsync($"copy {table.Sql} ({table.NodeColumn}) to stdout"))
        {
            var lines = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(table.IsOpen ? Neighbours.All.Count : 1, lines.Length);
            Assert.Contains(Ours.Setting, lines);
        }

        await app.RefusedAsync($"copy {table.Sql} from program 'echo 1'");
        await app.RefusedAsync($"copy {table.Sql} to '/tmp/ipnetwork-probe'");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => app.Connection.BeginTextImportAsync($"copy {table.Sql} ({table.NodeColumn}) from stdin"));
        Assert.Contains(refused.SqlState, new[] { Session.Denied, PostgresErrorCodes.FeatureNotSupported });
    }

    private static async Task ContextEndsAsync(string database, ProbedTable table)
    {
        foreach (var end in new[] { "commit", "rollback" })
        {
            await using var app = await Session.OpenAsync(database, Walls.App);
            await app.BeginAsync(Ours.Setting, Ours.Person);
            await app.RunAsync(end);
            Assert.Equal(table.IsOpen ? Neighbours.All.Count : 0, await CountAsync(app, table));
            await app.BeginAsync();
            Assert.Equal(table.IsOpen ? Neighbours.All.Count : 0, await CountAsync(app, table));
        }
    }

    private static async Task SetLocalOutsideAsync(string database, ProbedTable table)
    {
        await using var app = await Session.OpenAsync(database, Walls.App);
        await app.RunAsync($"set local app.node = '{Theirs.Setting}'");
        Assert.Equal(table.IsOpen ? Neighbours.All.Count : 0, await CountAsync(app, table));
    }

    private static async Task ErrorProbeAsync(string database, ProbedTable table)
    {
        if (table.IsOpen)
        {
            return;
        }

        await using var app = await Session.OpenAsync(database, Walls.App);
        await app.BeginAsync(Ours.Setting);
        Assert.Null(await app.RefusalAsync($"select * from {table.Sql} where 1 / ({table.NodeColumn} - {Theirs.Id}) = 0"));
        await app.RefusedAsync($"select * from {table.Sql} where 1 / ({table.NodeColumn} - {Ours.Id}) = 0", PostgresErrorCodes.DivisionByZero);
    }

    private static async Task PreparedAsync(string database, ProbedTable table)
    {
        if (table.IsOpen)
        {
            return;
        }

        await using var app = await Session.OpenAsync(database, Walls.App);
        await app.RunAsync($"prepare probe as select {table.NodeColumn} from {table.Sql}");
        foreach (var node in Neighbours.All.Concat(Neighbours.All))
        {
            await app.BeginAsync(node.Setting);
            Assert.Equal(node.Id, Assert.Single(await app.RowsAsync("execute probe"))[0]);
            await app.RunAsync("commit");
        }

        Assert.Empty(await app.RowsAsync("execute probe"));
    }

    private static async Task NoRoleChangesTheWallAsync(string database, ProbedTable table)
    {
        foreach (var role in new[] { Walls.App, Walls.Oversight, Walls.Dispatch, Walls.SignOn })
        {
            await using var session = await Session.OpenAsync(database, role);
            await session.BeginAsync(Ours.Setting);
            foreach (var statement in new[]
            {
                $"alter table {table.Sql} disable row level security",
                $"alter table {table.Sql} no force row level security",
                $"create policy probe on {table.Sql} using (true)",
                $"alter table {table.Sql} owner to {role}",
                $"drop table {table.Sql}",
                $"create trigger probe before insert on {table.Sql} for each row execute function suppress_redundant_updates_trigger()",
                $"create index on {table.Sql} ({table.NodeColumn})",
                $"set role {Walls.Owner}",
                $"grant {Walls.Owner} to {role}",
                $"alter role {role} bypassrls",
            })
            {
                await session.RefusedAsync(statement);
            }

            // A grant that nothing allows is a warning or an error, by version; nothing changes either way.
            await session.RefusalAsync($"grant all on {table.Sql} to public");
        }
    }

    private static async Task OversightAsync(string database, ProbedTable table)
    {
        await using var oversight = await Session.OpenAsync(database, Walls.Oversight);
        await oversight.BeginAsync(scope: Ours.Path);
        if (!await MayAsync(oversight, table, "select"))
        {
            await oversight.RefusedAsync($"select 1 from {table.Sql}");
        }
        else
        {
            Assert.Equal(1, await CountAsync(oversight, table, Ours));
            Assert.Equal(table.IsOpen ? 1 : 0, await CountAsync(oversight, table, Theirs));
            await oversight.RunAsync("select set_config('app.scope', '/33/', true)");
            Assert.Equal(1, await CountAsync(oversight, table, Theirs));
        }

        await oversight.RefusedAsync(table.InsertFor(Ours, Fresh));
        await oversight.RefusedAsync($"update {table.Sql} set {table.NodeColumn} = {table.NodeColumn}");
        await oversight.RefusedAsync($"delete from {table.Sql}");
    }

    private static async Task OversightWithoutScopeAsync(string database, ProbedTable table)
    {
        foreach (var scope in new[] { null, "", "%", "/", "33" })
        {
            await using var oversight = await Session.OpenAsync(database, Walls.Oversight);
            await oversight.BeginAsync(Ours.Setting, Ours.Person, scope);
            // One slash is the whole deployment: the program never sends it, and NodePath refuses it.
            if (scope is not "/" && !table.IsOpen && await MayAsync(oversight, table, "select"))
            {
                Assert.Equal(0, await CountAsync(oversight, table));
            }
        }
    }

    private static async Task DispatchAsync(string database, ProbedTable table)
    {
        await using var dispatch = await Session.OpenAsync(database, Walls.Dispatch);
        await dispatch.BeginAsync();
        var may = DispatchMay.GetValueOrDefault(table.Name);
        foreach (var (access, statement) in new (Access, string)[]
        {
            (Access.Select, $"select 1 from {table.Sql}"),
            (Access.Insert, table.InsertFor(Ours, Fresh)),
            (Access.Update, $"update {table.Sql} set {table.NodeColumn} = {table.NodeColumn}"),
            (Access.Delete, $"delete from {table.Sql}"),
        })
        {
            Assert.Equal(may.HasFlag(access) ? null : Session.Denied, await dispatch.RefusalAsync(statement));
        }
    }

    private static async Task SignOnAsync(string database, ProbedTable table)
    {
        await using var signOn = await Session.OpenAsync(database, Walls.SignOn);
        await signOn.BeginAsync(Ours.Setting, Ours.Person, "/33/");
        await signOn.RefusedAsync($"select 1 from {table.Sql}");
        await signOn.RefusedAsync(table.InsertFor(Ours, Fresh));
        await signOn.RefusedAsync($"delete from {table.Sql}");
    }

    private static async Task PersonAsync(string database, ProbedTable table)
    {
        await using var app = await Session.OpenAsync(database, Walls.App);
        await app.BeginAsync(person: Theirs.Person);
        Assert.Equal(table.IsOpen ? Neighbours.All.Count : table.Wall is Wall.Person ? 1 : 0, await CountAsync(app, table));
        await NoRowAsync(app, table, Theirs, Fresh);
        await NoRowAsync(app, table, Ours, Theirs.Id);
        Assert.Equal(0, await ChangedAsync(app, $"delete from {table.Sql}"));
        Assert.Equal(0, await ChangedAsync(app, $"update {table.Sql} set {table.NodeColumn} = {table.NodeColumn}"));
    }

    private static Task<long> CountAsync(Session session, ProbedTable table, Neighbour? node = null) =>
        session.ValueAsync<long>($"select count(*) from {table.Sql}{(node is null ? "" : $" where {table.NodeColumn} = {node.Id}")}");

    private static Task<bool> MayAsync(Session session, ProbedTable table, string privilege) =>
        session.ValueAsync<bool>($"select has_table_privilege('{table.Sql}', '{privilege}')");

    private static Task NoRowAsync(Session session, ProbedTable table, Neighbour node, int seed) => session.RefusedAsync(table.InsertFor(node, seed));

    /// <summary>Rows a statement would touch; a refusal for want of privilege touches none.</summary>
    private static async Task<int> TouchedAsync(Session session, string sql)
    {
        await session.RunAsync("savepoint touched");
        try
        {
            return await session.RunAsync(sql);
        }
        catch (PostgresException e) when (e.SqlState == Session.Denied)
        {
            return 0;
        }
        finally
        {
            await session.RunAsync("rollback to savepoint touched");
        }
    }

    private static Task<int> ChangedAsync(Session session, string sql) => TouchedAsync(session, sql);
}
