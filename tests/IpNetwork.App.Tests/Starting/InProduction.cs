using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using IpNetwork.App.Tests.Isolation;
using IpNetwork.App.Tests.LocalPostgres;
using IpNetwork.LocalPostgres;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Starting;

/// <summary>
/// A deployment laid down as deploy/ says: a server that wants passwords, one login per role from roles.sql and database.sql,
/// and the real program in Production, each process with the logins of its role and no others.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class InProduction : IAsyncLifetime, IDisposable
{
    private static readonly string IdentityKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public const string Leader = "leader";
    public const string LeadersPassword = "山高水长 川流不息 2026";
    private const string Database = "ipnetwork";
    private static readonly string[] Logins = ["owner", "app", "oversight", "dispatch", "signon", "backup"];

    private readonly PostgresFolder home = new();
    private readonly Dictionary<string, string> passwords = Logins.ToDictionary(name => name, _ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
    private readonly string secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly List<(string Command, int ExitCode, string Said)> commands = [];
    private readonly List<RealProgram> serving = [];
    private PrivatePostgres? postgres;

    /// <summary>What was run before the program served, in order.</summary>
    public IReadOnlyList<(string Command, int ExitCode, string Said)> Commands => commands;

    public int Port { get; } = RealProgram.FreePort();

    internal RealProgram Web => serving[0];

    internal RealProgram Worker => serving[1];

    public string Administrative => Server.ConnectionString(Database);

    private PrivatePostgres Server => postgres ?? throw new InvalidOperationException("Not started.");

    public string Folder => home.Path;

    private string Data => Path.Combine(home.Path, "program-data");

    public async Task InitializeAsync()
    {
        if (PsqlFactAttribute.WhySkipped is not null)
        {
            return;
        }

        postgres = await PrivatePostgres.StartAsync(home.Options with { Durable = true }, CancellationToken.None);
        await WantPasswordsAsync();
        await PsqlAsync("roles.sql", [.. Logins.Select(name => $"{name}_password={passwords[name]}")]);
        await PsqlAsync("database.sql", [$"database={Database}"]);
        await RunAsync(["app", "oversight", "dispatch"], "worker");
        await RunAsync(["owner"], "migrate");
        await RunAsync(["app", "signon"], "tenants", "plan", "sichuan");
        await RunAsync(["app", "signon"], "tenants", "apply", "sichuan");
        await RunAsync(["app", "signon"], "admit", Leader, "王小川", "sichuan", "Leader");
        await ServeAsync("web", Port, "app", "oversight", "signon");
        await ServeAsync("worker", null, "app", "oversight", "dispatch");
    }

    public async Task DisposeAsync()
    {
        foreach (var program in serving)
        {
            program.Dispose();
        }

        await (postgres?.DisposeAsync() ?? default);
    }

    public void Dispose() => home.Dispose();

    /// <summary>A script of deploy/ as an administrator runs it, the program beside it.</summary>
    internal Task<CommandAnswer> ScriptAsync(string script, string user, string[] args, string? data = null)
    {
        var server = new NpgsqlConnectionStringBuilder(Server.ConnectionString());
        var password = passwords.GetValueOrDefault(user.Replace("ipnet_", "", StringComparison.Ordinal), "");
        string[] environment =
        [
            $"PGHOST={server.Host}", $"PGUSER={user}", $"PGPASSWORD={password}", $"PGDATABASE={Database}", $"IPNETWORK_DATA={data ?? Data}",
            $"IPNETWORK_DB_DISPATCH={Login("dispatch")}", $"IPNETWORK_APP={RealProgram.CommandLine}",
        ];
        return Command.RunAsync(["env", .. environment, "bash", Path.Combine(Deploy(), script), .. args], TimeSpan.FromMinutes(6), CancellationToken.None);
    }

    /// <summary>A command of the program with the named logins and no others.</summary>
    public async Task<(string Command, int ExitCode, string Said)> RunAsync(string[] logins, params string[] args)
    {
        using var program = RealProgram.Start(Environment(logins), args);
        await program.EndedAsync();
        commands.Add((string.Join(' ', args), program.ExitCode, program.Said));
        return commands[^1];
    }

    /// <summary>One more web process, with strings of its own.</summary>
    internal async Task<RealProgram> WebAsync(int port, IReadOnlyDictionary<string, string> strings)
    {
        var environment = Environment([]);
        environment["ASPNETCORE_URLS"] = Address(port);
        environment["IPNETWORK_PROTECTION_SECRET"] = secret;
        foreach (var (name, value) in strings)
        {
            environment[name] = value;
        }

        var web = RealProgram.Start(environment, "web");
        await web.ReadyAsync();
        return web;
    }

    /// <summary>A pooler before the server; everybody shows it the password they show the server.</summary>
    internal Task<Pooler> PoolerAsync()
    {
        var server = new NpgsqlConnectionStringBuilder(Administrative);
        return Pooler.StartAsync($"host={server.Host} port={server.Port}", passwords.ToDictionary(p => $"ipnet_{p.Key}", p => p.Value));
    }

    public string Login(string name) => new NpgsqlConnectionStringBuilder(Administrative) { Username = $"ipnet_{name}", Password = passwords[name] }.ConnectionString;

    private async Task ServeAsync(string role, int? port, params string[] logins)
    {
        var environment = Environment(logins);
        if (port is not null)
        {
            environment["ASPNETCORE_URLS"] = Address(port.Value);
            environment["IPNETWORK_PROTECTION_SECRET"] = secret;
        }

        serving.Add(RealProgram.Start(environment, role));
        await serving[^1].ReadyAsync();
    }

    private static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private Dictionary<string, string> Environment(string[] logins)
    {
        var environment = logins.ToDictionary(name => $"IPNETWORK_DB_{name.ToUpperInvariant()}", Login);
        environment["IPNETWORK_DATA"] = Data;
        environment["IPNETWORK_SEAL_SECONDS"] = "1";
        environment["IPNETWORK_PASSWORD"] = LeadersPassword;
        environment["IPNETWORK_IDENTITY_KEY"] = IdentityKey;
        environment["IPNETWORK_TRUSTED_PROXIES"] = "127.0.0.1/32";
        return environment;
    }

    /// <summary>The private server trusts whoever reaches its socket; here only its administrator, the others show a password.</summary>
    private async Task WantPasswordsAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(Server.DataFolder, "pg_hba.conf"), $"local all {PrivatePostgres.Administrator} trust\nlocal all all scram-sha-256\n");
        Assert.Equal(true, await PostgresFolder.AskAsync(Server, "select pg_reload_conf()"));
    }

    private async Task PsqlAsync(string file, string[] variables)
    {
        var server = new NpgsqlConnectionStringBuilder(Server.ConnectionString());
        string[] words = ["psql", "-X", "-h", server.Host ?? "", "-U", PrivatePostgres.Administrator, "-d", "postgres", "-f", Path.Combine(Deploy(), file), .. variables.SelectMany(v => new[] { "-v", v })];
        var answer = await Command.RunAsync(words, TimeSpan.FromMinutes(1), CancellationToken.None);
        commands.Add((file, answer.ExitCode, answer.Text));
    }

    private static string Deploy()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "deploy", "roles.sql")))
            {
                return Path.Combine(at.FullName, "deploy");
            }
        }

        throw new DirectoryNotFoundException("deploy");
    }
}
