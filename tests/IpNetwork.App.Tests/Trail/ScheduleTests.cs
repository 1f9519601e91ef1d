using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Deployment;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;
using Xunit;

namespace IpNetwork.App.Tests.Trail;

public sealed class ScheduleTests(WorkingHost host) : IClassFixture<WorkingHost>
{
    private readonly Given given = new(host);

    [Fact]
    public async Task Every_job_has_its_hour_and_is_made_up_for_once()
    {
        var scheduler = await host.SchedulerAsync();

        var triggers = new Dictionary<string, ITrigger>();
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup()))
        {
            triggers[key.Name] = (await scheduler.GetTrigger(key))!;
        }

        Assert.Equal(["due", "purge-idempotency-keys", "seal", "sweep-orphans", "sweep-uploads"], triggers.Keys.Order());
        Assert.All(triggers.Values, t => Assert.NotNull(t.NextFireTimeUtc));
        var purge = triggers["purge-idempotency-keys"].NextFireTimeUtc!.Value;
        Assert.Equal(new TimeSpan(3, 20, 0), purge.ToOffset(TimeSpan.FromHours(8)).TimeOfDay);
    }

    [Fact]
    public async Task Workers_seal_and_dispatch_by_themselves()
    {
        var province = await given.ProvinceAsync();

        await (await host.SchedulerAsync()).TriggerJob(new JobKey("seal"));

        await host.UntilAsync("select exists (select from ipnet.audit_seals where node_id = $1)", province);
        await host.UntilAsync("select not exists (select from ipnet.outbox where node_id = $1 and sent_at is null)", province);
    }

    [Fact]
    public async Task Keys_are_forgotten_after_thirty_days_at_every_node()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        await KeepAsync(province, "old");
        await KeepAsync(city, "old");
        await host.ExecuteAsync("update ipnet.idempotency_keys set created_at = now() - interval '30 days 1 minute' where key = 'old'");
        await KeepAsync(city, "new");

        await (await host.SchedulerAsync()).TriggerJob(new JobKey("purge-idempotency-keys"));

        await host.UntilAsync("select not exists (select from ipnet.idempotency_keys where key = 'old' and node_id >= $1)", province);
        await host.UntilAsync("select exists (select from ipnet.idempotency_keys where key = 'new' and node_id = $1)", city);
    }

    [Fact]
    public async Task Work_in_a_node_that_names_no_node_is_refused()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var job = ActivatorUtilities.CreateInstance<PurgeIdempotencyKeys>(scope.ServiceProvider);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => job.InNodeAsync(scope.ServiceProvider, CancellationToken.None));

        Assert.Contains("No node has been set", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Laying_the_tables_of_the_schedule_again_changes_nothing()
    {
        await using var owner = new NpgsqlConnection(host.Services.GetRequiredService<Settings>().Logins.Owner);
        await owner.OpenAsync();
        var before = await TablesAsync();

        await QuartzSchema.ProvisionAsync(owner, CancellationToken.None);

        Assert.Equal(before, await TablesAsync());
        Assert.True(before >= 10);

        Task<long> TablesAsync() => host.ScalarAsync<long>("select count(*) from pg_tables where schemaname = 'quartz' and tableowner = 'ipnet_owner'");
    }

    private Task<Outcome<string>> KeepAsync(TestNode node, string key) => given.InAsync(node.Tenant, services =>
    {
        services.GetRequiredService<RequestKey>().Set(key, "POST /x", "f");
        return services.GetRequiredService<UnitOfWork>().CommitAsync(TrailHost.Officer(node), deed =>
        {
            deed.Happened(new("x.done", "x", "1", "做完"));
            return Task.FromResult<Outcome<string>>("1");
        }, CancellationToken.None);
    });
}

/// <summary>Web and worker in one process, as a small deployment runs them.</summary>
public sealed class WorkingHost : NetworkHost
{
    protected override bool RunsWorker => true;

    internal async Task<IScheduler> SchedulerAsync() => await Services.GetRequiredService<ISchedulerFactory>().GetScheduler();

    internal async Task UntilAsync(string sql, TestNode node)
    {
        for (var i = 0; !await ScalarAsync<bool>(sql, node.Id.Value); i++)
        {
            Assert.True(i < 600, sql);
            await Task.Delay(50);
        }
    }

    internal async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(AdministrativeConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(values.Select(v => new NpgsqlParameter { Value = v }).ToArray());
        return (T)(await command.ExecuteScalarAsync())!;
    }

    internal Task ExecuteAsync(string sql) => ScalarAsync<object>($"{sql} returning 1");
}
