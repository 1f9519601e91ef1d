using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Portal;

/// <summary>The list of services is held finished for readers who are not signed on, and never a moment longer than it is true.</summary>
public sealed class FinishedPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given given = new(host);
    private readonly GivenCatalog catalog = new(host);

    [Fact]
    [Trait("Rule", "CAT-02")]
    public async Task A_change_of_the_province_or_of_the_node_stands_in_the_next_answer()
    {
        var (province, city) = await NetworkAsync();
        Assert.Contains("10 个工作日", await PageAsync(city), StringComparison.Ordinal);

        await catalog.PublishAsync(province, GivenCatalog.Content() with { CommittedLimit = 6 });
        Assert.Contains("6 个工作日", await PageAsync(city), StringComparison.Ordinal);

        await catalog.TurnAsync(province, ItemState.Suspended);
        Assert.Contains("暂停受理", await PageAsync(city), StringComparison.Ordinal);

        await catalog.OwnAsync(city);
        Assert.Contains("贯标辅导", await PageAsync(city), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-02")]
    public async Task A_version_of_a_later_day_stands_in_the_list_when_the_day_comes()
    {
        var (province, city) = await NetworkAsync();
        var tomorrow = ChinaTime.DayOf(host.Clock.GetUtcNow()).AddDays(1);
        await catalog.PublishAsync(province, GivenCatalog.Content() with { CommittedLimit = 6 }, on: tomorrow);
        Assert.Contains("10 个工作日", await PageAsync(city), StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Contains("6 个工作日", await PageAsync(city), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_and_how_large_is_each_ones_own()
    {
        var (_, city) = await NetworkAsync();
        var page = await PageAsync(city);
        using var clerk = await given.StaffAsync(city, Role.WindowClerk);
        using var reader = host.Visitor();
        reader.Http.DefaultRequestHeaders.Add("Cookie", "text-size=large");

        var signedOn = await clerk.TextAsync($"/{city.Slug}/services");
        var large = await reader.TextAsync($"/{city.Slug}/services");

        Assert.Contains($"职员{city.Id}", signedOn, StringComparison.Ordinal);
        Assert.Contains("data-text=\"large\"", large, StringComparison.Ordinal);
        Assert.Equal(page, await PageAsync(city));
    }

    private async Task<(TestNode Province, TestNode City)> NetworkAsync()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        await catalog.PublishAsync(province);
        await catalog.OfferAsync(city);
        return (province, city);
    }

    private async Task<string> PageAsync(TestNode city)
    {
        using var reader = host.Visitor();
        return await reader.TextAsync($"/{city.Slug}/services");
    }
}
