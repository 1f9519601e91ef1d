using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IpNetwork.LocalPostgres;
using Npgsql;

namespace IpNetwork.App.Tests.Isolation;

/// <summary>A pgbouncer in transaction mode: each transaction gets any of a few server connections, and nothing is reset between them.</summary>
internal sealed class Pooler : IDisposable
{
    private readonly Process process;
    private readonly string folder;
    private readonly int port;

    private Pooler(Process process, string folder, int port) => (this.process, this.folder, this.port) = (process, folder, port);

    public static string? Program => new[] { "/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer" }.FirstOrDefault(File.Exists);

    /// <param name="database">How to reach the server, in pgbouncer's words.</param>
    /// <param name="passwords">Those who may come, with what they show; none lets everybody in as the one the database line names.</param>
    public static async Task<Pooler> StartAsync(string database, IReadOnlyDictionary<string, string>? passwords = null)
    {
        var folder = Directory.CreateDirectory($"/var/tmp/ipnet-pooler-{Guid.NewGuid():n}").FullName;
        var port = FreePort();
        var users = Path.Combine(folder, "users");
        await File.WriteAllLinesAsync(users, (passwords ?? new Dictionary<string, string>()).Select(p => $"\"{p.Key}\" \"{p.Value}\""));
        var settings = Path.Combine(folder, "pgbouncer.ini");
        await File.WriteAllTextAsync(settings, string.Create(CultureInfo.InvariantCulture, $"""
            [databases]
            * = {database}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = {(passwords is null ? "any" : "scram-sha-256")}
            auth_file = {users}
            pool_mode = transaction
            default_pool_size = 10
            max_client_conn = 1000
            """));
        var runAs = Posix.IsRoot ? RunAs.FirstOf(["postgres", "nobody", "daemon"]) : RunAs.Self;
        foreach (var path in new[] { folder, users, settings })
        {
            Posix.Give(path, runAs);
        }

        var start = Command.Prepare(runAs.Words(Program ?? "pgbouncer", "-q", settings), "/");
        var pooler = new Pooler(Process.Start(start) ?? throw new InvalidOperationException("pgbouncer did not start."), folder, port);
        await pooler.AnswersAsync();
        return pooler;
    }

    /// <summary>The same login, database and all, by way of the pooler.</summary>
    public NpgsqlConnectionStringBuilder Through(string connectionString) =>
        new(connectionString) { Host = "127.0.0.1", Port = port, Options = null, NoResetOnClose = true, MaxAutoPrepare = 0 };

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task AnswersAsync()
    {
        for (var since = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (!process.HasExited && since.Elapsed < TimeSpan.FromSeconds(20))
            {
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
