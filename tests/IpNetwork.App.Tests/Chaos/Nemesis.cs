using System.Diagnostics;
using System.Runtime.Versioning;

namespace IpNetwork.App.Tests.Chaos;

/// <summary>Kills program and server, again and again, and lets each come back.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class Nemesis(ChaosHost host)
{
    private const int Warm = 20;
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(5);

    /// <summary>How long the server was away, each time.</summary>
    public List<TimeSpan> ServerDown { get; } = [];

    /// <summary>A process is killed 2 to 5 seconds after it is at work: a program that is only just starting has nothing to lose, and one that is always starting acknowledges nothing.</summary>
    public static async Task HuntAsync(ProgramProcess program, Func<int> done, CancellationToken enough)
    {
        do
        {
            var before = done();
            for (var patience = Stopwatch.StartNew(); done() < before + Warm && patience.Elapsed < LongestWarmUp && !enough.IsCancellationRequested;)
            {
                await Task.Delay(20, CancellationToken.None);
            }

            if (await WaitAsync(2, 5, enough))
            {
                program.Kill();
                await program.StartAsync(CancellationToken.None);
            }
        }
        while (!enough.IsCancellationRequested);
    }

    /// <summary>The server is killed every 4 to 13 seconds.</summary>
    public async Task HuntServerAsync(CancellationToken enough)
    {
        while (await WaitAsync(4, 13, enough))
        {
            ServerDown.Add(await host.KillPostgresAsync());
        }
    }

    private static async Task<bool> WaitAsync(double from, double to, CancellationToken enough)
    {
        await Task.Delay(TimeSpan.FromSeconds(from + Random.Shared.NextDouble() * (to - from)), enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !enough.IsCancellationRequested;
    }
}
