using IpNetwork.App.Audit;
using IpNetwork.App.Data;
using IpNetwork.App.Data.Sealing;
using IpNetwork.App.Deployment;
using IpNetwork.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpNetwork.App.Tests.Trail;

public sealed class SealingTests(TrailHost host) : IClassFixture<TrailHost>
{
    private readonly Given given = new(host);

    [Fact]
    public async Task Sealing_covers_every_event_of_the_network_once()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        var seals = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            await host.RecordAsync(city);
            await host.RecordAsync(province);
            seals.Add((await host.SealAsync(province)).Seals);
        }

        var report = await host.SealAsync(province);

        Assert.Null(report.Break);
        Assert.Equal((8, 0), (report.Events, report.Unsealed));
        Assert.Equal(3, seals.Distinct().Count());
        Assert.Equal((seals[^1], seals[^1]), (report.Seals, report.Published));
        Assert.Equal(8, await host.ScalarAsync<long>("select count(*) from ipnet.audit_events where network_id = $1", province.Id.Value));
    }

    [Fact]
    public async Task An_event_of_a_transaction_still_open_is_sealed_later_and_none_is_skipped()
    {
        var province = await given.ProvinceAsync();
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var lengthy = host.WriteAsync(province, TrailHost.Officer(province), null, async (services, deed) =>
        {
            var db = services.GetRequiredService<NetworkDb>();
            db.Add(host.NewMembership(province));
            await db.SaveChangesAsync();
            begun.SetResult();
            await go.Task;
            deed.Happened(new("x.done", "x", "1", "做完"));
            return "";
        });
        await begun.Task;
        await host.RecordAsync(province);
        await host.SealAsync(province, left: 1);
        await host.Sealer().SealAsync(CancellationToken.None);
        var during = await host.CheckAsync(province);
        go.SetResult();
        await lengthy;

        var after = await host.SealAsync(province);

        Assert.Null(during.Break);
        Assert.Equal((2, 1), (during.Events, during.Unsealed));
        Assert.Null(after.Break);
        Assert.Equal((3, 0), (after.Events, after.Unsealed));
    }

    [Fact]
    public async Task Several_sealers_at_once_make_one_chain()
    {
        var province = await given.ProvinceAsync();
        using var done = new CancellationTokenSource();
        var sealers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await host.Sealer().SealAsync(CancellationToken.None);
            }
        })).ToList();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await host.RecordAsync(province);
            }
        })));
        await done.CancelAsync();
        await Task.WhenAll(sealers);
        var report = await host.SealAsync(province);

        Assert.Null(report.Break);
        Assert.Equal((201, 0), (report.Events, report.Unsealed));
        Assert.InRange(report.Seals, 2, 201);
        Assert.Equal(report.Seals, report.Published);
    }

    [Fact]
    public async Task After_a_restore_into_another_cluster_the_chain_goes_on()
    {
        var province = await given.ProvinceAsync();
        await host.RecordAsync(province);
        await host.SealAsync(province);
        await host.RecordAsync(province); // not sealed before the backup was taken
        var current = await host.ScalarAsync<long>("select system_identifier from pg_control_system()");
        await host.ExecuteAsync("update ipnet.audit_events set cluster = 4242, tx = (tx::text::int8 + 1000000000)::text::xid8 where network_id = $1", province.Id.Value);
        await host.ExecuteAsync("delete from ipnet.audit_seals where node_id = $1", province.Id.Value);
        File.Delete(host.Heads.PathOf(province.Slug));
        await host.ExecuteAsync("update ipnet.audit_events set tx = '3000000000' where network_id = $1 and verb = 'nodes.founded'", province.Id.Value);

        await host.SealAsync(province);
        await host.RecordAsync(province);
        var report = await host.SealAsync(province);

        Assert.Null(report.Break);
        Assert.Equal((4, 0), (report.Events, report.Unsealed));
        Assert.Equal([4242, current], await host.ScalarAsync<long[]>("select array_agg(cluster order by number) from (select cluster, min(number) as number from ipnet.audit_seals where node_id = $1 group by cluster) c", province.Id.Value));
    }

    [Fact]
    public async Task A_line_that_a_killed_sealer_left_half_written_is_mended()
    {
        var province = await given.ProvinceAsync();
        await host.SealAsync(province);
        var file = host.Heads.PathOf(province.Slug);
        var first = await File.ReadAllTextAsync(file);
        await host.RecordAsync(province);
        await host.SealAsync(province);
        var whole = await File.ReadAllTextAsync(file);
        foreach (var length in Enumerable.Range(first.Length, whole.Length - first.Length))
        {
            await File.WriteAllTextAsync(file, whole[..length]);

            await host.Sealer().SealAsync(CancellationToken.None);

            Assert.Equal(whole, await File.ReadAllTextAsync(file));
        }
    }

    [Fact]
    public async Task Anyone_may_read_the_head_at_any_node_of_the_network()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        await host.SealAsync(province);
        using var visitor = host.Visitor();

        var answer = await visitor.JsonAsync($"{city.Api}/audit-head");

        Assert.Equal(province.Slug, answer["network"]?.GetValue<string>());
        Assert.Equal((await host.CheckAsync(province)).Head, answer["head"]?.GetValue<string>());
        Assert.Equal(2, answer["seals"]?.AsArray().Sum(s => s?["events"]?.GetValue<int>()));
    }

    [Fact]
    public async Task The_verify_command_ends_with_one_when_a_chain_does_not_hold()
    {
        var own = new TrailHost();
        await own.InitializeAsync();
        var settings = own.Services.GetRequiredService<Settings>();
        var province = await new Given(own).ProvinceAsync();
        await own.SealAsync(province);
        var sound = await VerifyCommand.RunAsync(settings.Logins.Dispatch, settings.DataFolder, CancellationToken.None);

        await own.ExecuteAsync("update ipnet.audit_events set summary = summary || '。' where network_id = $1", province.Id.Value);
        var broken = await VerifyCommand.RunAsync(settings.Logins.Dispatch, settings.DataFolder, CancellationToken.None);

        await own.DisposeAsync();
        Assert.Equal((0, 1), (sound, broken));
    }
}
