using System.Diagnostics;

namespace IpNetwork.Benchmarks;

/// <param name="CpuMicroseconds">Server process and all PostgreSQL backends, per request.</param>
internal sealed record Measure(int Requests, double PerSecond, double CpuMicroseconds, double P50, double P99, int Errors);

/// <summary>Keeps so many clients asking for so long, and counts what it cost.</summary>
internal static class Load
{
    public static async Task<Measure> RunAsync(Uri server, Process process, int postmaster, Func<Random, string> path, int clients, TimeSpan time)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = clients }) { BaseAddress = server };
        var before = Cpu.Of(process.Id) + Cpu.OfChildren(postmaster);
        var watch = Stopwatch.StartNew();
        var results = await Task.WhenAll(Enumerable.Range(0, clients).Select(seed => ClientAsync(http, new Random(seed), path, watch, time)));
        var elapsed = watch.Elapsed;
        var cpu = Cpu.Of(process.Id) + Cpu.OfChildren(postmaster) - before;
        var times = results.SelectMany(r => r.Times).Order().ToArray();
        return new(times.Length, times.Length / elapsed.TotalSeconds, cpu.TotalMicroseconds / times.Length, times[times.Length / 2], times[(int)(times.Length * 0.99)], results.Sum(r => r.Errors));
    }

    private static async Task<(List<double> Times, int Errors)> ClientAsync(HttpClient http, Random random, Func<Random, string> path, Stopwatch watch, TimeSpan time)
    {
        var times = new List<double>();
        var errors = 0;
        while (watch.Elapsed < time)
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await http.GetAsync(new Uri(path(random), UriKind.Relative));
            await response.Content.CopyToAsync(Stream.Null);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            errors += response.IsSuccessStatusCode ? 0 : 1;
        }

        return (times, errors);
    }
}
