using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Isolation;

/// <summary>What PostgreSQL shares between all sessions of a database whatever the policies say: so ours carry nothing worth hearing.</summary>
public sealed class SharedChannelsTests(NetworkHost host) : IClassFixture<NetworkHost>
{
    private readonly Given given = new(host);

    [Fact]
    public async Task A_notification_tells_that_something_changed_and_not_what()
    {
        var heard = new List<string>();
        await using var connection = new NpgsqlConnection(host.AdministrativeConnection);
        connection.Notification += (_, notification) => heard.Add(notification.Payload);
        await connection.OpenAsync();
        await using (var listen = new NpgsqlCommand($"listen {ChangeSignal.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync();
        }

        var province = await given.ProvinceAsync("四川省");
        await given.CityAsync(province);
        await connection.WaitAsync(TimeSpan.FromSeconds(5));

        Assert.NotEmpty(heard);
        Assert.All(heard, payload => Assert.Matches("^[a-z*]{1,3}(:?[0-9a-f-]{1,36})?$", payload));
    }

    [Fact]
    public async Task One_person_and_one_key_at_two_nodes_do_not_wait_for_each_other()
    {
        var province = await given.ProvinceAsync();
        var (city, other) = (await given.CityAsync(province), await given.CityAsync(province, "成都市", "510100"));
        using var person = await given.StaffAsync(city);
        var inside = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var first = WriteAsync(city, person.Person, async () =>
        {
            inside.SetResult();
            await release.Task;
        });
        await inside.Task;

        var second = await WriteAsync(other, person.Person, () => Task.CompletedTask);
        var same = await WriteAsync(city, person.Person, () => Task.CompletedTask);
        release.SetResult();

        Assert.True(second.IsDone);
        Assert.False(same.IsDone);
        Assert.True((await first).IsDone);
    }

    private Task<Outcome<string>> WriteAsync(TestNode node, Guid person, Func<Task> during) => given.InAsync(node.Tenant, services =>
    {
        services.GetRequiredService<RequestKey>().Set("same-key", "POST /probe", "f");
        return services.GetRequiredService<UnitOfWork>().CommitAsync(new(new(person), "职员", null, node.Id), async deed =>
        {
            await during();
            deed.Happened(new("probe.written", "probe", "1", "试"));
            return (Outcome<string>)"1";
        }, CancellationToken.None);
    });
}
