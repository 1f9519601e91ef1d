using IpNetwork.App.Data;
using Xunit;

namespace IpNetwork.App.Tests.Isolation;

[Collection(Walled.Name)]
public sealed class CatalogueTests(WalledDatabase database)
{
    [Fact]
    [Trait("Rule", "NET-07")]
    public async Task The_catalogue_is_as_it_is_written()
    {
        await using var session = await Session.OpenAsync(database.ConnectionString);
        await session.BeginAsync();

        Assert.Empty(await CatalogueGate.FindAsync(session, WalledDatabase.Model));
    }

    [Theory]
    [InlineData("K01", "alter table ipnet.audit_events disable row level security")]
    [InlineData("K01", "alter table ipnet.audit_events no force row level security")]
    [InlineData("K01", "create table ipnet.forgotten (node_id int not null, id uuid not null, primary key (node_id, id))")]
    [InlineData("K01", "create table ipnet.part partition of ipnet.whole for values in (1)", "create table ipnet.whole (node_id int not null) partition by list (node_id)")]
    [InlineData("K02", "drop policy own_node on ipnet.audit_events")]
    [InlineData("K02", "create policy more on ipnet.audit_events for select to ipnet_app using (true)")]
    [InlineData("K02", "create policy more on ipnet.audit_events to public using (false)")]
    [InlineData("K02", "create policy more on ipnet.audit_events as restrictive to ipnet_app using (true)")]
    [InlineData("K02", "alter policy own_node on ipnet.audit_events using (true)")]
    [InlineData("K02", "alter policy own_node on ipnet.audit_events with check (true)")]
    [InlineData("K02", "alter policy own_node on ipnet.audit_events using (node_id = current_setting('app.node')::int)")]
    [InlineData("K02", "alter policy own_node on ipnet.audit_events using (node_id >= nullif(current_setting('app.node', true), '')::int)")]
    [InlineData("K02", "alter policy own_node on ipnet.audit_events using (acting_node_id = nullif(current_setting('app.node', true), '')::int)")]
    [InlineData("K02", "alter policy subtree on ipnet.audit_events using (true)")]
    [InlineData("K02", "alter policy own_node on ipnet.audit_events to ipnet_app, ipnet_oversight")]
    [InlineData("K02", "alter policy dispatch on ipnet.outbox to ipnet_dispatch, ipnet_app")]
    [InlineData("K02", "alter policy publisher_insert on ipnet.node_history with check (true)")]
    [InlineData("K03", "create view ipnet.seen as select * from ipnet.audit_events")]
    [InlineData("K03", "create view public.seen with (security_invoker = false) as select * from ipnet.audit_events")]
    [InlineData("K03", "create materialized view ipnet.counts as select node_id, count(*) from ipnet.audit_events group by 1")]
    [InlineData("K04", "create function ipnet.look() returns bigint language sql security definer set search_path = ipnet as 'select 1::bigint'")]
    [InlineData("K04", "create function ipnet.look() returns bigint language sql as 'select 1::bigint'")]
    [InlineData("K04", "grant execute on function ipnet.app_scope_ids() to public")]
    [InlineData("K04", "alter function ipnet.app_scope_ids() reset search_path")]
    [InlineData("K05", "create unique index on ipnet.audit_events (id)")]
    [InlineData("K05", "alter table ipnet.due_work drop constraint pk_due_work, add primary key (id)")]
    [InlineData("K05", "alter table ipnet.due_work add foreign key (id) references ipnet.lone (id) not valid", "create table ipnet.lone (id uuid primary key)")]
    [InlineData("K05", "create sequence ipnet.counter")]
    [InlineData("K05", "alter table ipnet.audit_events add picture oid")]
    [InlineData("K06", "grant update on ipnet.audit_events to ipnet_app")]
    [InlineData("K06", "grant truncate on ipnet.outbox to ipnet_app")]
    [InlineData("K06", "grant insert on ipnet.outbox to ipnet_oversight")]
    [InlineData("K06", "grant select on ipnet.memberships to ipnet_dispatch")]
    [InlineData("K06", "grant select on ipnet.audit_events to public")]
    [InlineData("K06", "grant select on all tables in schema signon to ipnet_app")]
    [InlineData("K06", "grant create on schema ipnet to ipnet_app")]
    [InlineData("K06", "alter table ipnet.due_work owner to ipnet_app")]
    [InlineData("K07", "create rule loud as on insert to ipnet.due_work do also notify heard")]
    [InlineData("K07", "create trigger quiet before update on ipnet.due_work for each row execute function suppress_redundant_updates_trigger()")]
    public async Task A_hole_made_in_the_wall_is_found(string gate, string hole, string? before = null)
    {
        await using var session = await Session.OpenAsync(database.ConnectionString);
        await session.BeginAsync();
        await session.RunAsync($"{before ?? "select 1"}; {hole}");

        Assert.Contains(await CatalogueGate.FindAsync(session, WalledDatabase.Model), finding => finding.StartsWith(gate, StringComparison.Ordinal));
    }

    /// <summary>Attributes of roles belong to the whole server, so they are changed inside a transaction that never commits.</summary>
    [Theory]
    [InlineData("alter role ipnet_app bypassrls")]
    [InlineData("alter role ipnet_oversight createrole")]
    [InlineData("revoke ipnet_app from ipnet_owner; grant ipnet_owner to ipnet_app")]
    [InlineData("grant pg_read_all_data to ipnet_dispatch")]
    public async Task A_role_that_may_too_much_is_found(string hole)
    {
        await using var session = await Session.OpenAsync(database.ConnectionString);
        await session.BeginAsync();
        await session.RunAsync(hole);

        Assert.Contains(await CatalogueGate.FindAsync(session, WalledDatabase.Model), finding => finding.StartsWith("K06", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ipnet_app")]
    [InlineData("ipnet_oversight")]
    [InlineData("ipnet_dispatch")]
    public async Task Nobody_but_sign_on_reads_accounts(string role)
    {
        await using var session = await Session.OpenAsync(database.ConnectionString, role);
        await session.BeginAsync();

        Assert.False(await session.ValueAsync<bool>("select has_schema_privilege('signon', 'usage')"));
        foreach (var table in await session.RowsAsync("select relname from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'signon' and relkind = 'r'"))
        {
            await session.RefusedAsync($"select 1 from signon.\"{table[0]}\"");
        }
    }

    [Fact]
    public async Task Statistics_and_volumes_of_tenant_tables_stay_hidden()
    {
        await using var app = await Session.OpenAsync(database.ConnectionString, Walls.App);
        await app.BeginAsync(Neighbours.Ours.Setting);

        Assert.Equal(0, await app.ValueAsync<long>("select count(*) from pg_stats where schemaname = 'ipnet' and tablename in ('audit_events', 'memberships', 'outbox')"));
        Assert.Equal(0, await app.ValueAsync<long>("select count(*) from pg_sequences where schemaname in ('ipnet', 'signon')"));
        Assert.Equal(0, await app.ValueAsync<long>("select count(*) from pg_largeobject_metadata"));
    }
}
