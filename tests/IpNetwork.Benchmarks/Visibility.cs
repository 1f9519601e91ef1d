using System.Diagnostics;
using System.Globalization;
using IpNetwork.App;
using IpNetwork.App.Catalog;
using IpNetwork.App.Data;
using IpNetwork.App.Deployment;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IpNetwork.Benchmarks;

/// <summary>W9: how soon a province-wide change is seen, by the process that answered it and by another.</summary>
internal static class Visibility
{
    private const int Changes = 60;

    public static async Task<string> MeasureAsync(string connection, int nodes)
    {
        await using var writer = await StartAsync(connection);
        await using var reader = await StartAsync(connection);
        var (commits, heard, rows, stale) = (new List<double>(), new List<double>(), 0L, 0);
        for (var change = 1; change <= Changes; change++)
        {
            var before = await RowsAsync(connection);
            var watch = Stopwatch.StartNew();
            await PublishAsync(writer, change);
            commits.Add(watch.Elapsed.TotalMilliseconds);
            stale += await LimitAsync(writer, nodes) == Limit(change) ? 0 : 1;
            while (await LimitAsync(reader, nodes) != Limit(change))
            {
                await Task.Delay(1);
            }

            heard.Add(watch.Elapsed.TotalMilliseconds - commits[^1]);
            rows = Math.Max(rows, await RowsAsync(connection) - before);
        }

        var raw = await RawAsync(connection);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {nodes} nodes | {rows} | {At(commits, 0.5):0.0} | {At(heard, 0.5):0.0} / {At(heard, 0.99):0.0} | {stale} of {Changes} | {At(raw, 0.5):0.0} / {At(raw, 0.99):0.0} |");
    }

    private static int Limit(int change) => 5 + (change % 2);

    private static async Task<WebApplication> StartAsync(string connection)
    {
        var app = Composition.Build(new Settings(DatabaseLogins.Administrative(connection), Path.GetTempPath(), IsDevelopment: true) { RunsWorker = false }, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.SetMinimumLevel(LogLevel.Error);
        });
        await app.StartAsync();
        while (!app.Services.GetRequiredService<ChangeSignal>().IsLive)
        {
            await Task.Delay(5);
        }

        return app;
    }

    private static async Task PublishAsync(WebApplication app, int change)
    {
        var nodes = await app.Services.GetRequiredService<NodeDirectory>().CurrentAsync(CancellationToken.None);
        var province = nodes.ById(new(Seed.Province)) ?? throw new InvalidOperationException("No province.");
        await app.Services.GetRequiredService<NodeScopes>().RunAsync(NodeDirectory.Tenant(province), async services =>
        {
            var catalog = await services.GetRequiredService<CatalogBook>().ProvinceAsync(province.Id, CancellationToken.None);
            var now = TimeProvider.System.GetUtcNow();
            var current = catalog.History(Seed.Code(1))?.Latest ?? throw new InvalidOperationException("No item.");
            var draft = BaseItemDraft.From(current, Guid.CreateVersion7(), now);
            draft.Write(Seed.Content(1) with { CommittedLimit = Limit(change) }, "缩短时限", now);
            var version = draft.Publish(catalog, EffectiveDay.Of(now), now, Guid.CreateVersion7()).Value;
            var db = services.GetRequiredService<NetworkDb>();
            var outcome = await services.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("测量", province.Id), deed =>
            {
                db.Add(version);
                deed.Happened(new("catalog.base-item-published", "base-item", version.ItemCode, "发布新版"));
                deed.Announce(CatalogBook.BaseChanged(province.Id));
                return Task.FromResult(Outcome.Done);
            }, CancellationToken.None);
            return outcome.IsDone ? true : throw new InvalidOperationException(outcome.Refusals[0].Message);
        });
    }

    private static async Task<int?> LimitAsync(WebApplication app, int nodes)
    {
        var all = await app.Services.GetRequiredService<NodeDirectory>().CurrentAsync(CancellationToken.None);
        var node = all.ById(new(Seed.Province + 1 + Random.Shared.Next(nodes))) ?? throw new InvalidOperationException("No node.");
        var catalog = await app.Services.GetRequiredService<CatalogBook>().OfAsync(node, CancellationToken.None);
        return catalog.Province.At(Seed.Code(1), TimeProvider.System.GetUtcNow())?.Content.CommittedLimit;
    }

    private static async Task<long> RowsAsync(string connection)
    {
        await using var admin = new NpgsqlConnection(connection);
        await admin.OpenAsync();
        await using var count = new NpgsqlCommand("select (select count(*) from ipnet.base_item_versions) + (select count(*) from ipnet.offering_versions)", admin);
        return (long)(await count.ExecuteScalarAsync() ?? 0L);
    }

    /// <summary>The floor under "heard": an update and a bare NOTIFY between two connections.</summary>
    private static async Task<List<double>> RawAsync(string connection)
    {
        await using var listener = new NpgsqlConnection(connection);
        await listener.OpenAsync();
        await ExecuteAsync(listener, "listen raw_changed");
        await using var sender = new NpgsqlConnection(connection);
        await sender.OpenAsync();
        var times = new List<double>();
        for (var i = 0; i < Changes; i++)
        {
            await ExecuteAsync(sender, "update raw.catalog_item set committed_limit = committed_limit where id = 1; notify raw_changed");
            var watch = Stopwatch.StartNew();
            await listener.WaitAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static double At(List<double> values, double quantile) => values.Order().ElementAt((int)((values.Count - 1) * quantile));
}
