using IpNetwork.App.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IpNetwork.App.Tests.Isolation;

/// <summary>
/// Reads PostgreSQL's own catalogue and says where it differs from what is written here. Expected expressions are put
/// through PostgreSQL on a scratch table, so that two spellings of one meaning compare as equal and two meanings never do.
/// </summary>
internal static class CatalogueGate
{
    private const string OwnNode = "node_id = nullif(current_setting('app.node', true), '')::int";
    private const string OwnPerson = "person_id = nullif(current_setting('app.person', true), '')::uuid";
    private const string Subtree = "node_id = any ((select ipnet.app_scope_ids())::int[])";
    private const string History = "__migrations";
    private const string Ours = "'ipnet_app', 'ipnet_oversight', 'ipnet_dispatch', 'ipnet_signon'";

    private static readonly Dictionary<string, string> DispatchPolicies = new() { ["outbox"] = "true", ["audit_seals"] = "true", ["audit_events"] = "", ["due_work"] = "" };

    /// <summary>Runs in the caller's transaction and leaves a scratch table behind for the caller's rollback.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(Session session, IModel model)
    {
        var findings = new List<string>();
        var tables = model.GetEntityTypes().Where(e => !e.IsOwned()).GroupBy(e => e.GetTableName() ?? "").ToDictionary(g => g.Key, g => g.First());
        await TablesAsync(session, tables, findings);
        await PoliciesAsync(session, tables, findings);
        await ViewsAsync(session, findings);
        await FunctionsAsync(session, findings);
        await KeysAsync(session, findings);
        await RolesAsync(session, tables, findings);
        await TriggersAsync(session, findings);
        return findings;
    }

    private static async Task TablesAsync(Session session, Dictionary<string, IEntityType> tables, List<string> findings)
    {
        var rows = await session.RowsAsync($"""
            select c.relname, c.relrowsecurity, c.relforcerowsecurity,
                   exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'node_id' and a.attnotnull)
            from pg_class c where c.relnamespace = 'ipnet'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '{History}'
            """);
        foreach (var row in rows)
        {
            var name = (string)row[0]!;
            Add(findings, !(bool)row[1]!, $"K01 {name}: row security is off");
            Add(findings, !(bool)row[2]!, $"K01 {name}: row security is not forced on the owner");
            Add(findings, !tables.ContainsKey(name), $"K01 {name}: no mapping says who may see it");
            Add(findings, name != "nodes" && !(bool)row[3]!, $"K01 {name}: no node_id that is always filled");
        }

        findings.AddRange(tables.Keys.Except(rows.Select(row => (string)row[0]!)).Select(name => $"K01 {name}: mapped, but not in the database"));
        var published = tables.Values.Count(e => e.GetWall() is Wall.Published or Wall.Register);
        Add(findings, published > 15, $"K01 {published} tables are shared, at most 15 may be");
    }

    private static async Task PoliciesAsync(Session session, Dictionary<string, IEntityType> tables, List<string> findings)
    {
        foreach (var (name, entity) in tables)
        {
            if (!await session.ValueAsync<bool>($"select to_regclass('ipnet.{name}') is not null"))
            {
                continue;
            }

            await session.RunAsync($"drop table if exists ipnet.zz_expected; create table ipnet.zz_expected (like ipnet.{name})");
            var number = 0;
            foreach (var (role, command, visible, written) in Expected(name, entity))
            {
                await session.RunAsync($"create policy p{number++} on ipnet.zz_expected for {command} to {role}"
                    + (visible is null ? "" : $" using ({visible})") + (written is null ? "" : $" with check ({written})"));
            }

            var expected = await PoliciesOfAsync(session, "zz_expected");
            var found = await PoliciesOfAsync(session, name);
            findings.AddRange(expected.Except(found).Select(policy => $"K02 {name}: missing {policy}"));
            findings.AddRange(found.Except(expected).Select(policy => $"K02 {name}: not written anywhere: {policy}"));
            await session.RunAsync("drop table ipnet.zz_expected");
        }
    }

    private static IEnumerable<(string Role, string Command, string? Visible, string? Written)> Expected(string name, IEntityType entity)
    {
        if (DispatchPolicies.TryGetValue(name, out var check))
        {
            yield return ("ipnet_dispatch", "all", "true", check.Length == 0 ? null : check);
        }

        switch (entity.GetWall())
        {
            case Wall.Tenant:
                yield return ("ipnet_app", "all", OwnNode, OwnNode);
                break;
            case Wall.Person:
                yield return ("ipnet_app", "all", OwnNode, OwnNode);
                yield return ("ipnet_app", "select", OwnPerson, null);
                break;
            default:
                var own = entity.GetWall() is Wall.Register ? OwnNode.Replace("node_id", "id", StringComparison.Ordinal) : OwnNode;
                yield return (entity.GetWall() is Wall.Register ? "ipnet_app, ipnet_oversight, ipnet_dispatch" : "ipnet_app, ipnet_oversight", "select", "true", null);
                foreach (var access in new[] { Access.Insert, Access.Update, Access.Delete }.Where(a => entity.GetAppAccess().HasFlag(a)))
                {
                    yield return ("ipnet_app", access.ToString(), access is Access.Insert ? null : own, access is Access.Delete ? null : own);
                }

                yield break;
        }

        if (entity.IsOverseen())
        {
            yield return ("ipnet_oversight", "select", Subtree, null);
        }
    }

    private static async Task<HashSet<string>> PoliciesOfAsync(Session session, string table) =>
    [
        .. (await session.RowsAsync($"""
            select case when polpermissive then 'permissive' else 'restrictive' end, polcmd::text,
                   array_to_string(array(select r::regrole::text from unnest(polroles) r order by 1), ','),
                   coalesce(pg_get_expr(polqual, polrelid), '-'), coalesce(pg_get_expr(polwithcheck, polrelid), '-')
            from pg_policy where polrelid = 'ipnet.{table}'::regclass
            """)).Select(row => string.Join(" | ", row).Replace("zz_expected.", "", StringComparison.Ordinal).Replace($"{table}.", "", StringComparison.Ordinal)),
    ];

    private static async Task ViewsAsync(Session session, List<string> findings)
    {
        foreach (var row in await session.RowsAsync("""
            select c.relname, c.relkind::text, coalesce(c.reloptions::text, '') from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\_%'
            """))
        {
            var isView = (string)row[1]! == "v";
            Add(findings, !isView, $"K03 {row[0]}: materialized views and foreign tables know no row security");
            Add(findings, isView && !((string)row[2]!).Contains("security_invoker=true", StringComparison.Ordinal), $"K03 {row[0]}: the view looks with its owner's eyes");
        }
    }

    private static async Task FunctionsAsync(Session session, List<string> findings)
    {
        foreach (var row in await session.RowsAsync("""
            select p.proname, p.prosecdef, coalesce(p.proconfig::text, ''), coalesce(array_to_string(p.proacl, ' '), 'default'), l.lanname
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
            where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\_%'
            """))
        {
            var publicMay = (string)row[3]! == "default" || ((string)row[3]!).Split(' ').Any(grant => grant.StartsWith('='));
            Add(findings, (bool)row[1]!, $"K04 {row[0]}: runs with its definer's rights");
            Add(findings, !((string)row[2]!).Contains("search_path=", StringComparison.Ordinal), $"K04 {row[0]}: finds names on the caller's path");
            Add(findings, publicMay, $"K04 {row[0]}: anybody may call it");
            Add(findings, (string)row[4]! is not ("sql" or "plpgsql"), $"K04 {row[0]}: language {row[4]}");
        }
    }

    private static async Task KeysAsync(Session session, List<string> findings)
    {
        findings.AddRange((await session.RowsAsync("""
            select i.indrelid::regclass::text || ': ' || i.indexrelid::regclass::text from pg_index i
            join pg_class c on c.oid = i.indrelid and c.relnamespace = 'ipnet'::regnamespace
            where (i.indisunique or i.indisprimary or i.indisexclusion) and c.relname not in ('nodes', '__migrations')
              and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'node_id')
            """)).Select(row => $"K05 {row[0]} is not led by the node"));
        findings.AddRange((await session.RowsAsync("""
            select f.conrelid::regclass::text || ': ' || f.conname from pg_constraint f
            join pg_class c on c.oid = f.conrelid and c.relnamespace = 'ipnet'::regnamespace
            join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
            join pg_attribute b on b.attrelid = f.confrelid and b.attnum = f.confkey[1]
            where f.contype = 'f' and not (a.attname = 'node_id' and (b.attname = 'node_id' or f.confrelid = 'ipnet.nodes'::regclass)) and c.relname <> 'nodes'
            """)).Select(row => $"K05 {row[0]} is not led by the node"));
        findings.AddRange((await session.RowsAsync("select relname from pg_class where relkind = 'S' and relnamespace = 'ipnet'::regnamespace"))
            .Select(row => $"K05 {row[0]}: a sequence counts for everybody"));
        findings.AddRange((await session.RowsAsync("""
            select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'ipnet'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and a.atttypid = 'oid'::regtype
            """)).Select(row => $"K05 {row[0]}: a large object is nobody's"));
    }

    private static async Task RolesAsync(Session session, Dictionary<string, IEntityType> tables, List<string> findings)
    {
        findings.AddRange((await session.RowsAsync($"""
            select rolname || case when rolsuper then ' is a superuser' when rolbypassrls then ' bypasses row security' when rolcreaterole then ' creates roles' else ' creates databases' end
            from pg_roles where rolname in ({Ours}, 'ipnet_owner') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
            union all select member::regrole::text || ' is a member of ' || roleid::regrole::text from pg_auth_members where member::regrole::text in ({Ours})
            union all select relowner::regrole::text || ' owns ' || relname from pg_class where relowner::regrole::text in ({Ours})
            union all select nspowner::regrole::text || ' owns schema ' || nspname from pg_namespace where nspowner::regrole::text in ({Ours})
            union all select proowner::regrole::text || ' owns ' || proname from pg_proc where proowner::regrole::text in ({Ours})
            union all select r.rolname || ' creates in schema ' || n.nspname from pg_roles r, pg_namespace n
                where r.rolname in ({Ours}) and n.nspname not like 'pg\_%' and has_schema_privilege(r.rolname, n.oid, 'create')
            """)).Select(row => $"K06 {row[0]}"));
        var grants = await session.RowsAsync($"""
            select c.relname, case when a.grantee = 0 then 'PUBLIC' else a.grantee::regrole::text end, a.privilege_type, n.nspname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
            where n.nspname in ('ipnet', 'quartz', 'signon') and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and a.grantee <> c.relowner
            """);
        foreach (var row in grants)
        {
            var (table, role, privilege, schema) = ((string)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!);
            Add(findings, !IsGranted(schema, tables.GetValueOrDefault(table), table, role, privilege), $"K06 {role} may {privilege} {schema}.{table}");
        }
    }

    private static bool IsGranted(string schema, IEntityType? entity, string table, string role, string privilege)
    {
        if (!Enum.TryParse<Access>(privilege, ignoreCase: true, out var access))
        {
            return schema is "quartz" or "signon" && privilege is "USAGE" && (role, schema) is (Walls.Dispatch, "quartz") or (Walls.SignOn, "signon");
        }

        return (schema, role) switch
        {
            ("signon", Walls.SignOn) or ("quartz", Walls.Dispatch) => true,
            ("ipnet", Walls.App) => entity?.GetAppAccess().HasFlag(access) is true && !(table is "audit_events" or "audit_seals" && access is Access.Update or Access.Delete),
            ("ipnet", Walls.Oversight) => entity is not null && access is Access.Select,
            ("ipnet", Walls.Dispatch) => Probes.DispatchMay.GetValueOrDefault(table).HasFlag(access),
            _ => false,
        };
    }

    private static async Task TriggersAsync(Session session, List<string> findings)
    {
        findings.AddRange((await session.RowsAsync("select tgrelid::regclass::text || ': trigger ' || tgname from pg_trigger t join pg_class c on c.oid = tgrelid where not tgisinternal and c.relnamespace = 'ipnet'::regnamespace"))
            .Select(row => $"K07 {row[0]}"));
        findings.AddRange((await session.RowsAsync("select r.ev_class::regclass::text || ': rule ' || r.rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class where c.relnamespace = 'ipnet'::regnamespace and r.rulename <> '_RETURN'"))
            .Select(row => $"K07 {row[0]}"));
        findings.AddRange((await session.RowsAsync("select 'event trigger ' || evtname from pg_event_trigger")).Select(row => $"K07 {row[0]}"));
        findings.AddRange((await session.RowsAsync("select 'extension ' || extname from pg_extension where extname in ('dblink', 'postgres_fdw', 'file_fdw', 'plperlu', 'plpython3u', 'adminpack')")).Select(row => $"K07 {row[0]}"));
        findings.AddRange((await session.RowsAsync("""
            select d.adrelid::regclass::text || ': default ' || pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d join pg_class c on c.oid = d.adrelid
            where c.relnamespace = 'ipnet'::regnamespace and exists (
                select 1 from pg_depend p join pg_proc f on f.oid = p.refobjid where p.objid = d.oid and p.refclassid = 'pg_proc'::regclass and f.pronamespace <> 'pg_catalog'::regnamespace)
            """)).Select(row => $"K07 {row[0]}"));
    }

    private static void Add(List<string> findings, bool isWrong, string finding)
    {
        if (isWrong)
        {
            findings.Add(finding);
        }
    }
}
