using System.Runtime.Versioning;
using Npgsql;

namespace IpNetwork.LocalPostgres;

public sealed class PrivatePostgres : IAsyncDisposable
{
    internal const string Administrator = "postgres";
    private readonly PrivatePostgresOptions _options;
    private readonly Home _home;
    private readonly Server _server;
    private FileStream? _use;

    private PrivatePostgres(PrivatePostgresOptions options, Home home, Server server, FileStream use)
    {
        _options = options;
        _home = home;
        _server = server;
        _use = use;
    }

    public Version PgVersion => _server.Version;

    public bool Adopted => _server.Adopted;

    public int ProcessId => _server.ProcessId;

    public string DataFolder => _home.Data;

    public string LogFile => _home.Log;

    private bool WatchedByWarden => _options.StopWhenUnusedFor is not null && Warden.IsPossible;

    public static async Task<PrivatePostgres> StartAsync(PrivatePostgresOptions options, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PostgresTroubleException("自带的 PostgreSQL 只在 Linux 和 macOS 上启动。在 Windows 上请装好 PostgreSQL，再用 IPNETWORK_DB 指定它。");
        }

        var home = await HomeChoice.ChooseAsync(options, ct);
        using var starting = await FileLock.ExclusiveAsync(home.StarterLock, TimeSpan.FromMinutes(12),
            () => options.Report("另一个程序正在启动同一个数据库，等它完成……"), ct);
        var use = await FileLock.SharedAsync(home.UsersLock, ct);
        var server = new Server(home, options);
        try
        {
            var postgres = new PrivatePostgres(options, home, server, use);
            await postgres.AdoptOrStartAsync(ct);
            return postgres;
        }
        catch
        {
            server.Dispose();
            await use.DisposeAsync();
            throw;
        }
    }

    public string ConnectionString(string database = Administrator, string user = Administrator) =>
        new NpgsqlConnectionStringBuilder { Host = _server.Sockets, Username = user, Database = database }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        if (_use is not { } use)
        {
            return;
        }

        _use = null;
        if (_options.LeaveRunning || WatchedByWarden)
        {
            await use.DisposeAsync();
        }
        else
        {
            await StopUnlessUsedAsync(use);
        }

        _server.Dispose();
    }

    [UnsupportedOSPlatform("windows")]
    private async Task AdoptOrStartAsync(CancellationToken ct)
    {
        if (await _server.AdoptAsync(ct))
        {
            return;
        }

        var binaries = await new BinarySearch(_options, _home).FindAsync(ct);
        if (_home.DataMajor() is null)
        {
            _options.Report($"第一次启动，用 PostgreSQL {binaries.Version} 在 {_home.Data} 建库……");
            await Cluster.CreateAsync(_home, binaries, _options, ct);
        }

        await _server.StartAsync(binaries, ct);
        if (WatchedByWarden && !Adopted && _options.StopWhenUnusedFor is { } after)
        {
            Warden.Post(_home, ProcessId, after);
        }
    }

    private async Task StopUnlessUsedAsync(FileStream use)
    {
        using var starting = await FileLock.ExclusiveAsync(_home.StarterLock, TimeSpan.FromMinutes(1), () => { }, CancellationToken.None);
        await use.DisposeAsync();
        using var alone = FileLock.TryExclusive(_home.UsersLock);
        if (alone is null)
        {
            _options.Report("还有别的程序在用这个数据库，让它继续运行。");
            return;
        }

        await _server.StopAsync();
        if (_home.SocketsAreElsewhere && Directory.Exists(_home.Sockets) && !Directory.EnumerateFileSystemEntries(_home.Sockets).Any())
        {
            Directory.Delete(_home.Sockets);
        }
    }
}
