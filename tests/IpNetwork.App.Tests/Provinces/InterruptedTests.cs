using IpNetwork.App.Data;
using IpNetwork.App.Provinces;
using IpNetwork.App.Provinces.Applying;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Nodes;
using IpNetwork.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpNetwork.App.Tests.Provinces;

public sealed class InterruptedTests(NetworkHost host) : IClassFixture<NetworkHost>
{
    [Fact]
    public async Task An_apply_cut_short_is_finished_by_the_next_and_doubles_nothing()
    {
        using var cut = new CancellationTokenSource();
        var announced = 0;
        host.Services.GetRequiredService<ChangeSignal>().Listen(topic =>
        {
            if (topic == ChangeSignal.Nodes && ++announced == 10)
            {
                cut.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ApplyAsync(cut.Token));
        var half = await CountAsync<Node>();
        Assert.InRange(half, 1, 46);
        Assert.Equal(0, await CountAsync<ProvinceSettingsRow>());

        await ApplyAsync(CancellationToken.None);

        Assert.Equal(47, await CountAsync<Node>());
        Assert.Equal(33, await CountAsync<BaseItemVersion>());
        Assert.Equal(1, await CountAsync<ProvinceSettingsRow>());
        Assert.True((await ApplyAsync(CancellationToken.None)).IsEmpty);
    }

    private Task<PackPlan> ApplyAsync(CancellationToken ct) => ApplyPack.ApplyAsync(host.Services, TenantsFolder.Find(), "sichuan", _ => { }, ct);

    private async Task<int> CountAsync<T>() where T : class
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NetworkDb>().Set<T>().CountAsync();
    }
}
