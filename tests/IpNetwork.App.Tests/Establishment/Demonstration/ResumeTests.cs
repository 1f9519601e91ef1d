using IpNetwork.App.Establishment.Samples;
using IpNetwork.App.Provinces;
using IpNetwork.App.Provinces.Applying;
using IpNetwork.Testing;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Establishment.Demonstration;

/// <summary>A developer's start that ends among the samples is finished by the next one.</summary>
public sealed class ResumeTests(NetworkHost host) : IClassFixture<NetworkHost>
{
    private const string Province = "sichuan";

    [Fact]
    public async Task Samples_left_out_by_a_killed_start_are_made_by_the_next_and_none_twice()
    {
        await ApplyPack.ApplyAsync(host.Services, TenantsFolder.Find(), Province, _ => { }, CancellationToken.None);
        using var kill = new CancellationTokenSource();
        var first = SampleApplications.EnsureAsync(host.Services, Province, kill.Token);
        while (await CountAsync("establishment_applications") < 4 && !first.IsCompleted)
        {
            await Task.Delay(5);
        }

        await kill.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => first);
        Assert.InRange(await CountAsync("establishment_applications"), 4, 13);

        await SampleApplications.EnsureAsync(host.Services, Province, CancellationToken.None);
        var all = await AllAsync();
        await SampleApplications.EnsureAsync(host.Services, Province, CancellationToken.None);

        Assert.Equal((1, 4, 12, 14, 2), all);
        Assert.Equal(all, await AllAsync());
    }

    private async Task<(long Builders, long Experts, long Numbered, long Applications, long Assignments)> AllAsync() =>
        (await CountAsync("builders"), await CountAsync("experts"), await CountAsync("establishment_applications where number is not null"), await CountAsync("establishment_applications"), await CountAsync("expert_assignments"));

    private async Task<long> CountAsync(string rows)
    {
        await using var source = NpgsqlDataSource.Create(host.AdministrativeConnection);
        await using var command = source.CreateCommand($"select count(*) from ipnet.{rows}");
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }
}
