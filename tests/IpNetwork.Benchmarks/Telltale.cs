using System.Diagnostics;
using System.Globalization;
using System.Net;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Npgsql;

namespace IpNetwork.Benchmarks;

/// <summary>H04: whether the time an answer takes tells a record of another node from one that nobody has. The area is 0.5 when it tells nothing.</summary>
internal static class Telltale
{
    public static async Task<int> RunAsync(int pairs)
    {
        var host = new NetworkHost();
        await host.InitializeAsync();
        try
        {
            var given = new Given(host);
            var province = await given.ProvinceAsync();
            var (owner, other) = (await given.CityAsync(province), await given.CityAsync(province, "德阳市", "510600"));
            var catalog = new GivenCatalog(host);
            await catalog.PublishAsync(province);
            await catalog.DraftAsync(owner, "别家的草稿", "MY-09");
            using var manager = await given.StaffAsync(other, Role.Manager);
            var foreign = await DraftAsync(host.AdministrativeConnection);
            var (foreigns, missing) = (new List<double>(pairs), new List<double>(pairs));
            for (var pair = -200; pair < pairs; pair++)
            {
                var foreignFirst = Random.Shared.Next(2) == 0;
                var first = await AskAsync(manager, other, foreignFirst ? foreign : Guid.CreateVersion7());
                var second = await AskAsync(manager, other, foreignFirst ? Guid.CreateVersion7() : foreign);
                if (pair >= 0)
                {
                    foreigns.Add(foreignFirst ? first : second);
                    missing.Add(foreignFirst ? second : first);
                }
            }

            Console.WriteLine("| H04 | pairs | area under the curve | p50 ms foreign / missing |");
            Console.WriteLine("|---|---|---|---|");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| a draft of another node | {pairs} | {Area(foreigns, missing):0.000} | {Median(foreigns):0.00} / {Median(missing):0.00} |"));
            return 0;
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static async Task<double> AskAsync(Visitor manager, TestNode node, Guid id)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await manager.GetAsync($"{node.Api}/own-items/{id}");
        _ = await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode is HttpStatusCode.NotFound ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{(int)answer.StatusCode} for {id}");
    }

    private static async Task<Guid> DraftAsync(string connection)
    {
        await using var admin = new NpgsqlConnection(connection);
        await admin.OpenAsync();
        await using var find = new NpgsqlCommand("select id from ipnet.own_item_drafts", admin);
        return (Guid)(await find.ExecuteScalarAsync() ?? throw new InvalidOperationException("No draft."));
    }

    /// <summary>The chance that a foreign answer took longer than a missing one: the rank sum of Mann and Whitney.</summary>
    private static double Area(List<double> foreigns, List<double> missing)
    {
        var sorted = missing.Order().ToArray();
        return foreigns.Sum(time => (Below(sorted, time) + Below(sorted, Math.BitIncrement(time))) / 2.0) / ((double)foreigns.Count * missing.Count);
    }

    private static int Below(double[] sorted, double time)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
