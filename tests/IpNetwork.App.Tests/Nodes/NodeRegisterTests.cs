using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Nodes;

public sealed class NodeRegisterTests(NetworkHost host) : IClassFixture<NetworkHost>
{
    private readonly Given given = new(host);

    [Fact]
    [Trait("Rule", "VISB-04")]
    public async Task Anyone_finds_the_cities_of_a_province()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        using var visitor = host.Visitor();

        var list = await visitor.JsonAsync($"/api/v1/nodes?parent={province.Slug}&kind=City");

        var only = Assert.Single(list["items"]!.AsArray());
        Assert.Equal(city.Slug, only!["slug"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Rule", "SSO-02")]
    public async Task A_session_shows_where_its_person_works()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());
        using var clerk = await given.StaffAsync(city, Role.CatalogEditor);

        var session = await clerk.JsonAsync("/api/v1/session");

        Assert.Equal(city.Slug, session["memberships"]![0]!["node"]!.GetValue<string>());
    }
}
