using System.Net;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Audit;

public sealed class AuditListTests(NetworkHost host) : IClassFixture<NetworkHost>
{
    private readonly Given given = new(host);

    [Fact]
    [Trait("Rule", "VISB-01")]
    public async Task The_province_sees_acts_below_but_only_family_names()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        using var manager = await given.StaffAsync(city, Role.Manager);
        using var entered = await manager.GetAsync($"{city.Api}/memberships");
        using var leader = await given.StaffAsync(province, Role.Leader);

        var events = (await leader.JsonAsync($"{province.Api}/audit?below=true&verb=staff.node-entered"))["items"]!.AsArray();
        var below = Assert.Single(events, e => e!["node"]!.GetValue<string>() == city.Slug)!;
        var own = Assert.Single(events, e => e!["node"]!.GetValue<string>() == province.Slug)!;

        Assert.Equal("职*", below["who"]!.GetValue<string>());
        Assert.Equal($"职员{province.Id}", own["who"]!.GetValue<string>());
        Assert.DoesNotContain("职员", below["summary"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "VISB-01")]
    public async Task A_masked_name_is_not_found_by_searching_for_it()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        using var manager = await given.StaffAsync(city, Role.Manager);
        using var entered = await manager.GetAsync($"{city.Api}/memberships");
        using var leader = await given.StaffAsync(province, Role.Leader);

        var found = (await leader.JsonAsync($"{province.Api}/audit?below=true&who={Uri.EscapeDataString($"职员{city.Id}")}"))["items"]!.AsArray();

        Assert.Empty(found);
    }

    [Fact]
    [Trait("Rule", "VISB-02")]
    public async Task A_city_sees_nothing_of_its_sibling()
    {
        var province = await given.ProvinceAsync();
        var (city, sibling) = (await given.CityAsync(province), await given.CityAsync(province, "德阳市", "510600"));
        using var manager = await given.StaffAsync(city, Role.Manager);
        using var there = await given.StaffAsync(sibling, Role.Manager);
        using var entered = await there.GetAsync($"{sibling.Api}/memberships");

        var events = (await manager.JsonAsync($"{city.Api}/audit?below=true&limit=100"))["items"]!.AsArray();

        Assert.NotEmpty(events);
        Assert.All(events, e => Assert.Equal(city.Slug, e!["node"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"{city.Api}/network/{sibling.Slug}")).StatusCode);
        Assert.Equal(await (await manager.GetAsync($"{city.Api}/network/nowhere")).Content.ReadAsStringAsync(), await (await manager.GetAsync($"{city.Api}/network/{sibling.Slug}")).Content.ReadAsStringAsync());
    }

    [Fact]
    [Trait("Rule", "VISB-02")]
    public async Task A_city_looks_down_its_subtree_in_figures()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());
        var park = await given.ParkAsync(city);
        using var clerk = await given.StaffAsync(park, Role.WindowClerk);
        using var manager = await given.StaffAsync(city, Role.Manager);

        var rows = (await manager.JsonAsync($"{city.Api}/subtree"))["items"]!.AsArray();

        Assert.Equal(2, rows.Count);
        Assert.Equal(1, Assert.Single(rows, r => r!["node"]!["slug"]!.GetValue<string>() == park.Slug)!["people"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_list_goes_on_where_its_page_ended()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());
        using var manager = await given.StaffAsync(city, Role.Manager, Role.Auditor);

        var first = await manager.JsonAsync($"{city.Api}/audit?limit=1");
        var second = await manager.JsonAsync($"{city.Api}/audit?limit=1&cursor={first["nextCursor"]!.GetValue<string>()}");

        Assert.NotEqual(first["items"]![0]!["id"]!.GetValue<string>(), second["items"]![0]!["id"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.GetAsync($"{city.Api}/audit?cursor=x&from=yesterday")).StatusCode);
    }

    [Fact]
    [Trait("Rule", "VISB-02")]
    public async Task The_list_is_a_page_for_those_who_may_read_it()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());
        using var auditor = await given.StaffAsync(city, Role.Auditor);
        using var clerk = await given.StaffAsync(city, Role.WindowClerk);

        Assert.Contains("进入本平台工作台", await auditor.TextAsync($"/{city.Slug}/workbench/audit"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"/{city.Slug}/workbench/audit")).StatusCode);
    }
}
