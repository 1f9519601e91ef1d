using Npgsql;

namespace IpNetwork.App.Outbox;

/// <summary>Dispatches for as long as the worker runs: at once after a full batch, else after a pause.</summary>
internal sealed partial class DispatchLoop(Dispatcher dispatcher, OutboxTable table, OutboxSettings settings, ILogger<DispatchLoop> logger) : BackgroundService
{
    private static readonly TimeSpan PauseAfterOutage = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BurialInterval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var buried = TimeProvider.System.GetTimestamp();
        var isDown = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = settings.Poll;
            try
            {
                if (TimeProvider.System.GetElapsedTime(buried) > BurialInterval)
                {
                    buried = TimeProvider.System.GetTimestamp();
                    if (await table.BurySilentAsync(settings.Attempts, stoppingToken) is > 0 and var count)
                    {
                        Buried(count);
                    }
                }

                pause = await dispatcher.RunOnceAsync(stoppingToken) == settings.Batch ? TimeSpan.Zero : settings.Poll;
                isDown = false;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
            {
                if (!isDown)
                {
                    Down(e.Message);
                }

                (isDown, pause) = (true, PauseAfterOutage);
            }

            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox waits for the database: {Reason}")]
    private partial void Down(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} messages given up: claimed again and again without an answer")]
    private partial void Buried(int count);
}
