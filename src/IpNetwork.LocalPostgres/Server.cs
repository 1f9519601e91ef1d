using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;

namespace IpNetwork.LocalPostgres;

internal sealed class Server(Home home, PrivatePostgresOptions options) : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan RetryLimit = TimeSpan.FromSeconds(40);
    private readonly ServerLog _log = new(home.Log);
    private Process? _child;

    public int ProcessId { get; private set; }

    public string Sockets { get; private set; } = home.Sockets;

    public bool Adopted { get; private set; }

    public Version Version { get; private set; } = new();

    public async Task<bool> AdoptAsync(CancellationToken ct)
    {
        if (PidFile.In(home.Data) is not { Sockets.Length: > 0 } file || !file.BelongsToLiveServer(home.Data))
        {
            return false;
        }

        (ProcessId, Sockets, Adopted) = (file.ProcessId, file.Sockets, true);
        if (!await ReadyAsync(() => file.BelongsToLiveServer(home.Data), ct))
        {
            return false;
        }

        if (await IsDurableAsync(ct) || !options.Durable)
        {
            return true;
        }

        options.Report("正在运行的数据库没有开启落盘保护，重新启动它。");
        await StopAsync();
        return false;
    }

    public async Task StartAsync(Binaries binaries, CancellationToken ct)
    {
        // After a kill the old process may not be reaped yet, and its children may hold the memory: both pass in moments.
        var patience = Patience.Of(RetryLimit);
        while (!await AdoptAsync(ct) && !await TryStartAsync(binaries, ct))
        {
            var reason = _log.SinceMark();
            if (patience.IsOver || !IsPassing(reason))
            {
                throw new PostgresTroubleException(
                    $"PostgreSQL {binaries.Version} 没有启动成功，数据没有改动。请看下面日志的原因（全文在 {_log.Path}）；处理后重新启动，或用 IPNETWORK_DB 指定已有的数据库。\n{reason}");
            }

            await Task.Delay(250, ct);
        }
    }

    public async Task StopAsync()
    {
        if (await StoppedAsync(Posix.Interrupt, TimeSpan.FromSeconds(30)))
        {
            return;
        }

        options.Report("数据库 30 秒内没有停下，改为立即停止；下次启动时它会自行恢复。");
        if (!await StoppedAsync(Posix.Quit, TimeSpan.FromSeconds(15)))
        {
            options.Report($"数据库进程 {ProcessId} 仍在运行，请手工结束它（kill -QUIT {ProcessId}）。");
        }
    }

    public void Dispose() => _child?.Dispose();

    private async Task<bool> TryStartAsync(Binaries binaries, CancellationToken ct)
    {
        PidFile.In(home.Data)?.RemoveIfStale(home.Data);
        _log.Mark();
        Adopted = false;
        Sockets = home.Sockets;
        _child?.Dispose();
        _child = Launch(binaries);
        ProcessId = _child.Id;
        return await ReadyAsync(() => _child is { HasExited: false }, ct);
    }

    // A session of its own, so that Ctrl-C at the terminal reaches the program and not the database under it;
    // every step replaces the one before it, so the number stays that of the server.
    private Process Launch(Binaries binaries)
    {
        string[] apart = Command.Exists("setsid") ? ["setsid"] : [];
        var server = home.RunAs.Words([binaries.Postgres, "-D", home.Data, .. ServerSettings.For(home, options)]);
        try
        {
            return Process.Start(Command.Prepare(
                [.. apart, "sh", "-c", """exec "$@" </dev/null >>"$0" 2>&1""", _log.Path, .. server], "/"))
                ?? throw new PostgresTroubleException($"没能启动 {binaries.Postgres}。");
        }
        catch (Win32Exception trouble)
        {
            throw new PostgresTroubleException($"没能启动 {binaries.Postgres}：{trouble.Message}。", trouble);
        }
    }

    private async Task<bool> ReadyAsync(Func<bool> lives, CancellationToken ct)
    {
        var patience = Patience.Of(StartLimit);
        while (true)
        {
            try
            {
                await using var connection = await OpenAsync(ct);
                Version = connection.PostgreSqlVersion;
                return true;
            }
            catch (Exception notYet) when (notYet is NpgsqlException or SocketException or TimeoutException)
            {
                if (!lives())
                {
                    return false;
                }

                if (patience.IsOver)
                {
                    throw new PostgresTroubleException(
                        $"等了 {StartLimit.TotalMinutes:0} 分钟，PostgreSQL 仍不接受连接（{notYet.Message}）。请看 {_log.Path}。\n{_log.SinceMark()}", notYet);
                }

                await Task.Delay(25, ct);
            }
        }
    }

    private async Task<bool> IsDurableAsync(CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        await using var command = new NpgsqlCommand("show fsync", connection);
        return await command.ExecuteScalarAsync(ct) is "on";
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        var address = new NpgsqlConnectionStringBuilder
        {
            Host = Sockets,
            Username = PrivatePostgres.Administrator,
            Database = PrivatePostgres.Administrator,
            Pooling = false,
            Timeout = 5,
            CommandTimeout = 10,
        };
        var connection = new NpgsqlConnection(address.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<bool> StoppedAsync(int signal, TimeSpan limit)
    {
        var patience = Patience.Of(limit);
        for (Posix.Signal(ProcessId, signal); Lives(); await Task.Delay(20))
        {
            if (patience.IsOver)
            {
                return false;
            }
        }

        return true;
    }

    private bool Lives() => _child is null || _child.Id != ProcessId
        ? PidFile.In(home.Data) is { } file && file.ProcessId == ProcessId && file.BelongsToLiveServer(home.Data)
        : !_child.HasExited;

    private static bool IsPassing(string reason) =>
        reason.Contains("postmaster.pid\" already exists", StringComparison.Ordinal)
        || reason.Contains("is still in use", StringComparison.Ordinal)
        || reason.Contains(".lock\" already exists", StringComparison.Ordinal);
}
