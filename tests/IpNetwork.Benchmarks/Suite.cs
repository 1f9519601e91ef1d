using System.Globalization;
using IpNetwork.App.Deployment;
using IpNetwork.LocalPostgres;
using Npgsql;

namespace IpNetwork.Benchmarks;

/// <summary>Every workload against its raw baseline in the same run, in alternation; prints ratios.</summary>
internal static class Suite
{
    private const int FewestSlices = 4;
    private const int MostSlices = 12;
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("ipnet-bench-").FullName;
        await using var postgres = await PrivatePostgres.StartAsync(new(folder) { MaxConnections = 200 }, CancellationToken.None);
        Console.WriteLine($"PostgreSQL {postgres.PgVersion}, {Environment.ProcessorCount} cores, {options.Clients} clients, {options.Rounds} rounds of {options.Seconds} s");
        Console.WriteLine();
        Console.WriteLine("| workload | nodes | raw req/s | ours req/s | raw CPU µs | ours CPU µs | CPU ratio | p50 ms raw/ours | p99 ms raw/ours | RSS MB | errors |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        var visibility = new List<string>();
        foreach (var nodes in options.Nodes)
        {
            var connection = await PrepareAsync(postgres, nodes);
            await ReadsAsync(connection, postgres.ProcessId, nodes, options);
            visibility.Add(await Visibility.MeasureAsync(connection, nodes));
        }

        Console.WriteLine();
        Console.WriteLine("| W9: a province-wide change | rows written | commit p50 ms | heard p50 / p99 ms | stale reads where it was answered | raw NOTIFY p50 / p99 ms |");
        Console.WriteLine("|---|---|---|---|---|---|");
        visibility.ForEach(Console.WriteLine);
        return 0;
    }

    private static async Task<string> PrepareAsync(PrivatePostgres postgres, int nodes)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_{nodes}");
        await using (var connection = new NpgsqlConnection(postgres.ConnectionString()))
        {
            await connection.OpenAsync();
            await using var create = new NpgsqlCommand($"create database {name}", connection);
            await create.ExecuteNonQueryAsync();
        }

        var administrative = postgres.ConnectionString(name);
        await Migration.AllAsync(new(DatabaseLogins.Administrative(administrative), Path.GetTempPath(), IsDevelopment: true), CancellationToken.None);
        await Seed.RunAsync(administrative, nodes);
        return administrative;
    }

    private static async Task ReadsAsync(string connection, int postmaster, int nodes, Options options)
    {
        await using var raw = await ServerProcess.StartAsync("serve-raw", connection);
        await using var ours = await ServerProcess.StartAsync("serve-product", connection);
        await using var forgetful = await ServerProcess.StartAsync("serve-product", connection, "keep-nothing");
        await CompareAsync("W1 catalog page", raw, ours, Page);
        await CompareAsync("W1 catalog page, drawn anew", raw, ours, PageAnew);
        await CompareAsync("W1 catalog page, nothing kept", raw, forgetful, Page);
        await CompareAsync("W2 search", raw, ours, Search);
        await CompareAsync("W2 search, nothing kept", raw, forgetful, Search);

        string Node(Random random) => Seed.Slug(Seed.Province + 1 + random.Next(nodes));
        string Page(Random random) => $"/{Node(random)}/services";
        string PageAnew(Random random) => string.Create(CultureInfo.InvariantCulture, $"{Page(random)}?anew={random.Next()}");
        string Search(Random random) => $"/api/v1/nodes/{Node(random)}/services?q=%E8%B4%A8%E6%8A%BC";

        async Task CompareAsync(string name, ServerProcess limit, ServerProcess variant, Func<Random, string> path)
        {
            var time = TimeSpan.FromSeconds(options.Seconds);
            await WarmAsync(limit, path);
            await WarmAsync(variant, path);
            var (limits, variants) = (new List<Measure>(), new List<Measure>());
            for (var round = 0; round < options.Rounds; round++)
            {
                limits.Add(await limit.LoadAsync(postmaster, path, options.Clients, time));
                variants.Add(await variant.LoadAsync(postmaster, path, options.Clients, time));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {nodes} | {Median(limits, m => m.PerSecond):0} | {Median(variants, m => m.PerSecond):0} | {Median(limits, m => m.CpuMicroseconds):0} | {Median(variants, m => m.CpuMicroseconds):0} | {Median(limits, m => m.CpuMicroseconds) / Median(variants, m => m.CpuMicroseconds):0.00} | {Median(limits, m => m.P50):0.0} / {Median(variants, m => m.P50):0.0} | {Median(limits, m => m.P99):0.0} / {Median(variants, m => m.P99):0.0} | {variant.ResidentMegabytes:0} | {variants.Sum(m => m.Errors) + limits.Sum(m => m.Errors)} |"));
        }

        // The runtime compiles what is used much once more, in the background: until that is done, its own work is what is measured.
        async Task WarmAsync(ServerProcess server, Func<Random, string> path)
        {
            var before = double.MaxValue;
            for (var slice = 0; slice < MostSlices; slice++)
            {
                var measure = await server.LoadAsync(postmaster, path, options.Clients, Slice);
                if (slice >= FewestSlices && measure.CpuMicroseconds > before * 0.95)
                {
                    return;
                }

                before = measure.CpuMicroseconds;
            }
        }
    }

    private static double Median(List<Measure> measures, Func<Measure, double> figure) => measures.Select(figure).Order().ElementAt(measures.Count / 2);
}
