using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IpNetwork.App.Data;

/// <summary>
/// The second wall, derived from the model: row-level security forced on every table, exactly one policy per role, and
/// the grants. A table without it has no grant either. <c>migrate</c> applies it after the tables; a gate compares it with the catalogue.
/// </summary>
internal static class Walls
{
    public const string Owner = "ipnet_owner";
    public const string App = "ipnet_app";
    public const string Oversight = "ipnet_oversight";
    public const string Dispatch = "ipnet_dispatch";
    public const string SignOn = "ipnet_signon";

    public static IReadOnlyList<string> Roles { get; } = [Owner, App, Oversight, Dispatch, SignOn];

    private const string OwnNode = "nullif(current_setting('app.node'::text, true), ''::text)::integer";
    private const string OwnPerson = "nullif(current_setting('app.person'::text, true), ''::text)::uuid";
    private const string Subtree = "((select ipnet.app_scope_ids())::integer[])";

    /// <summary>The policies a table must have: no more, no fewer, no other expression.</summary>
    public static IEnumerable<Policy> PoliciesOf(IReadOnlyEntityType entity)
    {
        var table = entity.GetTableName() ?? throw new InvalidOperationException($"{entity.Name} has no table.");
        var dispatch = entity.GetDispatchAccess();
        if (dispatch != Access.None)
        {
            yield return new(table, "dispatch", Dispatch, "ALL", "true", dispatch.HasFlag(Access.Insert) || dispatch.HasFlag(Access.Update) ? "true" : null);
        }

        switch (entity.GetWall())
        {
            case Wall.Tenant:
                yield return new(table, "own_node", App, "ALL", $"node_id = {OwnNode}", $"node_id = {OwnNode}");
                break;
            case Wall.Person:
                // Apart, because USING alone decides about DELETE: a person reads rows of other nodes and never removes them.
                yield return new(table, "own_node", App, "ALL", $"node_id = {OwnNode}", $"node_id = {OwnNode}");
                yield return new(table, "own_person", App, "SELECT", $"person_id = {OwnPerson}", null);
                break;
            case Wall.Published:
                yield return new(table, "open_read", $"{App}, {Oversight}", "SELECT", "true", null);
                foreach (var policy in PublisherWrites(table, "node_id", entity.GetAppAccess()))
                {
                    yield return policy;
                }

                yield break;
            case Wall.Register:
                yield return new(table, "open_read", $"{App}, {Oversight}, {Dispatch}", "SELECT", "true", null);
                foreach (var policy in PublisherWrites(table, "id", entity.GetAppAccess()))
                {
                    yield return policy;
                }

                yield break;
            default:
                throw new InvalidOperationException($"{table}: unknown wall.");
        }

        if (entity.IsOverseen())
        {
            yield return new(table, "subtree", Oversight, "SELECT", $"node_id = any {Subtree}", null);
        }
    }

    private static IEnumerable<Policy> PublisherWrites(string table, string column, Access access)
    {
        var own = $"{column} = {OwnNode}";
        if (access.HasFlag(Access.Insert))
        {
            yield return new(table, "publisher_insert", App, "INSERT", null, own);
        }

        if (access.HasFlag(Access.Update))
        {
            yield return new(table, "publisher_update", App, "UPDATE", own, own);
        }

        if (access.HasFlag(Access.Delete))
        {
            yield return new(table, "publisher_delete", App, "DELETE", own, null);
        }
    }

    public static string Sql(IReadOnlyModel model)
    {
        var sql = new StringBuilder(Foundation);
        foreach (var entity in model.GetEntityTypes().Where(e => !e.IsOwned()).OrderBy(e => e.GetTableName(), StringComparer.Ordinal))
        {
            Table(sql, entity);
        }

        return sql.ToString();
    }

    private const string Foundation = """
        grant usage on schema ipnet to ipnet_app, ipnet_oversight, ipnet_dispatch;
        revoke all on all tables in schema ipnet from public, ipnet_app, ipnet_oversight, ipnet_dispatch;
        revoke all on all sequences in schema ipnet from public, ipnet_app, ipnet_oversight, ipnet_dispatch;
        create or replace function ipnet.app_scope_ids() returns integer[] language sql stable parallel safe set search_path = ipnet, pg_temp as
        $$ select coalesce(array_agg(id), '{}') from ipnet.nodes where path >= nullif(current_setting('app.scope', true), '') and path < nullif(current_setting('app.scope', true), '') || '~' $$;
        revoke all on function ipnet.app_scope_ids() from public;
        grant execute on function ipnet.app_scope_ids() to ipnet_oversight, ipnet_app;

        """;

    private static void Table(StringBuilder sql, IReadOnlyEntityType entity)
    {
        var table = $"ipnet.{entity.GetTableName()}";
        sql.AppendLine(Invariant($"alter table {table} enable row level security; alter table {table} force row level security;"));
        sql.AppendLine(Invariant($"do $$ declare p text; begin for p in select policyname from pg_policies where schemaname = 'ipnet' and tablename = '{entity.GetTableName()}' loop execute format('drop policy %I on {table}', p); end loop; end $$;"));
        Grant(App, entity.GetAppAccess());
        Grant(Dispatch, entity.GetWall() is Wall.Register ? Access.Select : entity.GetDispatchAccess());
        Grant(Oversight, entity.GetWall() is Wall.Published or Wall.Register || entity.IsOverseen() ? Access.Select : Access.None);
        foreach (var policy in PoliciesOf(entity))
        {
            sql.AppendLine(policy.Sql);
        }

        void Grant(string role, Access access)
        {
            if (access is not Access.None)
            {
                sql.AppendLine(Invariant($"grant {access.ToString().Replace("All", "select, insert, update, delete", StringComparison.Ordinal)} on {table} to {role};"));
            }
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}

/// <param name="Using">Which rows are seen or touched; null where the command has none.</param>
/// <param name="Check">Which rows may be written; null where the command has none.</param>
internal sealed record Policy(string Table, string Name, string Role, string Command, string? Using, string? Check)
{
    public string Sql =>
        $"create policy {Name} on ipnet.{Table} as permissive for {Command} to {Role}"
        + (Using is null ? "" : $" using ({Using})")
        + (Check is null ? "" : $" with check ({Check})")
        + ";";
}
