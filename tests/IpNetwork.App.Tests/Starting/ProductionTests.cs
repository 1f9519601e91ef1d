using System.Diagnostics;
using System.Net;
using System.Runtime.Versioning;
using System.Text.Json;
using IpNetwork.App.Tests.Isolation;
using IpNetwork.App.Tests.LocalPostgres;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Starting;

[UnsupportedOSPlatform("windows")]
public sealed class ProductionTests(InProduction deployment) : IClassFixture<InProduction>
{
    [PsqlFact]
    public void Every_step_of_the_first_installation_ends_well()
    {
        var steps = deployment.Commands.Take(7).Where(c => c.Command != "worker").ToList();

        Assert.Equal(["roles.sql", "database.sql", "migrate", "tenants plan sichuan", "tenants apply sichuan", "admit leader 王小川 sichuan Leader"], steps.Select(c => c.Command));
        Assert.All(steps, c => Assert.True(c.ExitCode == 0, $"{c.Command}: {c.ExitCode}\n{c.Said}"));
    }

    [PsqlFact]
    public void A_worker_started_before_migrate_says_what_is_missing()
    {
        var early = deployment.Commands.First(c => c.Command == "worker");

        Assert.Equal(2, early.ExitCode);
        Assert.Contains("请先运行 migrate，再启动 worker", early.Said, StringComparison.Ordinal);
    }

    [PsqlFact]
    public async Task A_second_run_of_each_step_changes_nothing()
    {
        var migrated = await deployment.RunAsync(["owner"], "migrate");
        var applied = await deployment.RunAsync(["app", "signon"], "tenants", "apply", "sichuan");

        Assert.True(migrated.ExitCode == 0, migrated.Said);
        Assert.True(applied.ExitCode == 0, applied.Said);
        Assert.Contains("sichuan：没有变化。", applied.Said, StringComparison.Ordinal);
    }

    [PsqlFact]
    public async Task The_portal_and_the_API_answer()
    {
        using var browser = new BehindProxy(deployment.Port);

        Assert.Contains("绵阳", await browser.TextAsync("/sichuan/network"), StringComparison.Ordinal);
        Assert.Contains("</html>", await browser.TextAsync("/mianyang/services"), StringComparison.Ordinal);
        Assert.Equal(21, JsonDocument.Parse(await browser.TextAsync("/api/v1/nodes?kind=City&limit=100")).RootElement.GetProperty("items").GetArrayLength());
    }

    [PsqlFact]
    public async Task Every_login_of_web_is_healthy_and_no_other_is_asked()
    {
        using var plain = new HttpClient();
        var health = JsonDocument.Parse(await plain.GetStringAsync(new Uri($"http://127.0.0.1:{deployment.Port}/health/ready"))).RootElement;

        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Equal(
            ["database:ipnet_app", "database:ipnet_oversight", "database:ipnet_signon", "directory", "schema"],
            health.GetProperty("checks").EnumerateObject().Select(check => check.Name).Order(StringComparer.Ordinal));
    }

    [PsqlFact]
    public async Task Plain_http_is_sent_to_https()
    {
        using var plain = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await plain.GetAsync(new Uri($"http://127.0.0.1:{deployment.Port}/sichuan"));

        Assert.Equal((HttpStatusCode)308, answer.StatusCode);
        Assert.Equal("https://127.0.0.1/sichuan", answer.Headers.Location?.ToString());
    }

    [PsqlFact]
    public async Task The_admitted_leader_signs_in_works_and_looks_down()
    {
        using var browser = new BehindProxy(deployment.Port);
        using var signedIn = await browser.SubmitAsync("/sign-in", "/sign-in", new Dictionary<string, string> { ["username"] = InProduction.Leader, ["password"] = InProduction.LeadersPassword });

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Contains("secure", browser.Cookies["__Host-ipnet"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("王小川", await browser.TextAsync("/sichuan/workbench"), StringComparison.Ordinal);
        Assert.Contains("mianyang", await browser.TextAsync("/api/v1/nodes/sichuan/subtree?kind=City&limit=100"), StringComparison.Ordinal);
        Assert.Equal(0L, await PostgresFolder.AskAsync(deployment.Administrative, "select count(*) from signon.protection_keys where xml not like '%<ipnetEncrypted secret=%' or xml like '%<masterKey%'"));
        Assert.NotEqual(0L, await PostgresFolder.AskAsync(deployment.Administrative, "select count(*) from signon.protection_keys"));
    }

    [PsqlFact]
    public async Task The_worker_hands_on_what_happened_and_seals_it()
    {
        var unsent = await UntilAsync("select count(*) from ipnet.outbox where kind = 'Event' and sent_at is null", 0L);
        var unsealed = await UntilAsync("select count(*) from ipnet.audit_seals", 0L, isNot: true);
        var verified = await deployment.RunAsync(["dispatch"], "verify");

        Assert.Contains("后台任务在运行，不占端口", deployment.Worker.Said, StringComparison.Ordinal);
        Assert.Equal(0L, unsent);
        Assert.NotEqual(0L, unsealed);
        Assert.True(verified.ExitCode == 0, verified.Said);
        Assert.Contains("个链头一致", verified.Said, StringComparison.Ordinal);
    }

    [PsqlFact]
    public void Neither_web_nor_worker_finds_fault()
    {
        AssertNoFaults(deployment.Web);
        AssertNoFaults(deployment.Worker);
    }

    [PooledProductionFact]
    [Trait("Rule", "NET-07")]
    public async Task Web_serves_through_a_pooler_and_listens_past_it()
    {
        using var pooler = await deployment.PoolerAsync();
        var port = RealProgram.FreePort();
        using var web = await deployment.WebAsync(port, new Dictionary<string, string>(Through(pooler)) { ["IPNETWORK_DB_LISTEN"] = deployment.Login("app") });
        using var browser = new BehindProxy(port);
        using var signedIn = await browser.SubmitAsync("/sign-in", "/sign-in", new Dictionary<string, string> { ["username"] = InProduction.Leader, ["password"] = InProduction.LeadersPassword });

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        foreach (var round in Enumerable.Range(0, 20))
        {
            Assert.Contains("王小川", await browser.TextAsync("/sichuan/workbench"), StringComparison.Ordinal);
            Assert.Contains("mianyang", await browser.TextAsync("/api/v1/nodes/sichuan/subtree?kind=City&limit=100"), StringComparison.Ordinal);
        }

        AssertNoFaults(web);
    }

    [PooledProductionFact]
    public async Task Listening_through_a_pooler_is_noticed()
    {
        using var pooler = await deployment.PoolerAsync();
        using var web = await deployment.WebAsync(RealProgram.FreePort(), Through(pooler));

        for (var since = Stopwatch.StartNew(); !web.Said.Contains("Change channel lost", StringComparison.Ordinal) && since.Elapsed < TimeSpan.FromSeconds(20);)
        {
            await Task.Delay(100);
        }

        Assert.Contains("IPNETWORK_DB_LISTEN must lead to the server past any pooler", web.Said, StringComparison.Ordinal);
    }

    [PsqlFact]
    public async Task Nothing_demonstrative_is_there() =>
        Assert.Equal(1L, await PostgresFolder.AskAsync(deployment.Administrative, "select count(*) from signon.accounts"));

    [PsqlFact]
    public async Task Each_login_reaches_its_own_tables_and_no_others()
    {
        string[] tables = ["ipnet.nodes", "ipnet.memberships", "ipnet.audit_events", "ipnet.outbox", "signon.accounts", "quartz.qrtz_locks"];
        var reach = new Dictionary<string, string[]>
        {
            ["app"] = ["ipnet.nodes", "ipnet.memberships", "ipnet.audit_events", "ipnet.outbox"],
            ["oversight"] = ["ipnet.nodes", "ipnet.memberships", "ipnet.audit_events"],
            ["dispatch"] = ["ipnet.nodes", "ipnet.audit_events", "ipnet.outbox", "quartz.qrtz_locks"],
            ["signon"] = ["signon.accounts"],
            ["backup"] = tables,
        };

        foreach (var (login, expected) in reach)
        {
            var seen = new List<string>();
            foreach (var table in tables)
            {
                if (await MayReadAsync(deployment.Login(login), table))
                {
                    seen.Add(table);
                }
            }

            Assert.True(expected.SequenceEqual(seen), $"{login}: {string.Join(", ", seen)}");
        }
    }

    [PsqlFact]
    public async Task The_backup_login_reads_every_nodes_rows_and_writes_none()
    {
        var all = await PostgresFolder.AskAsync(deployment.Administrative, "select count(*) > 0 from ipnet.audit_events");
        var seen = await PostgresFolder.AskAsync(deployment.Login("backup"), "select count(*) > 0 from ipnet.audit_events");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => PostgresFolder.AskAsync(deployment.Login("backup"), "delete from ipnet.audit_events"));

        Assert.Equal((true, true), (all, seen));
        Assert.Contains(refused.SqlState, new[] { PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.ReadOnlySqlTransaction });
    }

    [BackupFact]
    public async Task A_backup_restores_into_a_fresh_database_and_verifies()
    {
        var kept = Path.Combine(deployment.Folder, "backups");
        var saved = await deployment.ScriptAsync("backup.sh", "ipnet_backup", [kept]);
        var folder = saved.Text.Trim().Split('\n')[^1];
        var restored = await deployment.ScriptAsync("restore.sh", "postgres", [folder, "ipnetwork_restored", Path.Combine(deployment.Folder, "restored")]);
        await File.AppendAllTextAsync(Path.Combine(folder, "database.dump"), "x");
        var damaged = await deployment.ScriptAsync("restore.sh", "postgres", [folder, "ipnetwork_damaged"]);

        Assert.True(saved.ExitCode == 0, saved.Text);
        Assert.True(restored.ExitCode == 0, restored.Text);
        Assert.Contains("Restored into ipnetwork_restored and verified.", restored.Text, StringComparison.Ordinal);
        Assert.Equal(1, damaged.ExitCode);
        Assert.Contains("The backup is damaged, nothing was restored.", damaged.Text, StringComparison.Ordinal);
    }

    [BackupFact]
    public async Task A_backup_that_was_told_of_a_folder_that_is_not_there_says_so()
    {
        var saved = await deployment.ScriptAsync("backup.sh", "ipnet_backup", [Path.Combine(deployment.Folder, "backups")], data: Path.Combine(deployment.Folder, "nowhere"));

        Assert.Equal(1, saved.ExitCode);
        Assert.Contains("IPNETWORK_DATA names no folder", saved.Text, StringComparison.Ordinal);
    }

    private static void AssertNoFaults(RealProgram program)
    {
        var faults = program.Said.Split('\n').Where(line => line.StartsWith('{') && !line.Contains("\"LogLevel\":\"Information\"", StringComparison.Ordinal)).ToList();

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private Dictionary<string, string> Through(Pooler pooler) =>
        new[] { "app", "oversight", "signon" }.ToDictionary(name => $"IPNETWORK_DB_{name.ToUpperInvariant()}", name => pooler.Through(deployment.Login(name)).ConnectionString);

    private static async Task<bool> MayReadAsync(string login, string table)
    {
        try
        {
            await PostgresFolder.AskAsync(login, $"select 1 from {table} limit 1");
            return true;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
    }

    private async Task<object?> UntilAsync(string sql, object wanted, bool isNot = false)
    {
        for (var since = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            var seen = await PostgresFolder.AskAsync(deployment.Administrative, sql);
            if (Equals(seen, wanted) != isNot || since.Elapsed > TimeSpan.FromSeconds(30))
            {
                return seen;
            }
        }
    }
}
