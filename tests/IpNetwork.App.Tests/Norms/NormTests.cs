using System.Net;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Norms;

public sealed class NormTests(NetworkHost host) : IClassFixture<NetworkHost>
{
    private readonly Given given = new(host);

    [Fact]
    [Trait("Rule", "NET-08")]
    public async Task A_norm_without_a_version_is_refused()
    {
        var province = await given.ProvinceAsync();
        using var editor = await given.StaffAsync(province, Role.CatalogManager);

        using var refused = await editor.PostAsync($"{province.Api}/norms", Norm("", "2026-01-01"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("NORM_VERSION_REQUIRED", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "NET-08")]
    public async Task Every_node_of_the_network_shows_the_version_in_force_and_keeps_the_old_one()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        using var leader = await given.StaffAsync(province, Role.Leader);
        using var visitor = host.Visitor();
        foreach (var (version, day) in new[] { ("2025 年版", "2025-01-01"), ("2026 年版", "2026-01-01"), ("2099 年版", "2099-01-01") })
        {
            using var published = await leader.PostAsync($"{province.Api}/norms", Norm(version, day));
            Assert.Equal(HttpStatusCode.Created, published.StatusCode);
        }

        var norm = Assert.Single((await visitor.JsonAsync($"{city.Api}/norms"))["items"]!.AsArray())!;

        Assert.Equal("2026 年版", norm["inForce"]!.GetValue<string>());
        Assert.Equal(3, norm["versions"]!.AsArray().Count);
        Assert.Contains("知识产权基础信息数据规范", await visitor.TextAsync($"/{city.Slug}/norms"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "NET-08")]
    public async Task A_published_version_is_never_written_over()
    {
        var province = await given.ProvinceAsync();
        using var leader = await given.StaffAsync(province, Role.Leader);
        using var first = await leader.PostAsync($"{province.Api}/norms", Norm("2026 年版", "2026-01-01"));

        using var second = await leader.PostAsync($"{province.Api}/norms", Norm("2026 年版", "2026-06-01"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
    }

    [Fact]
    [Trait("Rule", "NET-08")]
    public async Task A_city_publishes_no_norm()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());
        using var manager = await given.StaffAsync(city, Role.Manager);

        using var refused = await manager.PostAsync($"{city.Api}/norms", Norm("2026 年版", "2026-01-01"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static object Norm(string version, string effectiveOn) =>
        new { code = "IP-DATA", version, title = "知识产权基础信息数据规范", effectiveOn, documentNumber = "川知〔2026〕9号", text = "数据项与格式。" };
}
