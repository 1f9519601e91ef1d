using System.Diagnostics;
using Npgsql;

namespace IpNetwork.App.Data;

/// <summary>Holds one direct connection that hears what other processes committed.</summary>
internal sealed partial class ChangeListener(ListenLogin login, ChangeSignal signal, ILogger<ChangeListener> logger) : BackgroundService
{
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
            {
                Lost(e.Message);
            }

            signal.Disconnected();
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        connection.Notification += (_, notification) =>
        {
            if (notification.Channel == ChangeSignal.Channel)
            {
                signal.Raise(notification.Payload);
            }
        };
        await RunAsync(connection, $"listen {ChangeSignal.Channel}", ct);
        await EnsureItHearsAsync(connection, ct);
        signal.Connected();
        while (true)
        {
            await connection.WaitAsync(Probe, ct);
        }
    }

    /// <summary>A pooler in transaction mode takes LISTEN without a word and lets nothing through: believing it, this process would never read again.</summary>
    private async Task EnsureItHearsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var echo = $"ipnet_echo_{Guid.NewGuid():n}";
        var heard = false;
        connection.Notification += (_, notification) => heard |= notification.Channel == echo;
        await RunAsync(connection, $"listen {echo}", ct);
        await using (var caller = await OpenAsync(ct))
        {
            await RunAsync(caller, $"notify {echo}", ct);
        }

        for (var since = Stopwatch.StartNew(); !heard; await connection.WaitAsync(TimeSpan.FromMilliseconds(100), ct))
        {
            if (since.Elapsed > Patience)
            {
                throw new TimeoutException("a notification sent to it does not arrive; IPNETWORK_DB_LISTEN must lead to the server past any pooler");
            }
        }

        await RunAsync(connection, $"unlisten {echo}", ct);
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(login.ConnectionString) { Pooling = false, KeepAlive = 10 }.ConnectionString);
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

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Change channel lost: {Reason}")]
    private partial void Lost(string reason);
}

internal sealed record ListenLogin(string ConnectionString);
