using System.Net;
using System.Text.Json.Nodes;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Portal;

public sealed class SiteTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given given = new(host);

    [Fact]
    public async Task A_ready_program_names_every_check()
    {
        using var visitor = host.Visitor();

        var ready = await visitor.JsonAsync("/health/ready");

        Assert.Equal("ok", (string?)ready["status"]);
        Assert.Equal(
            ["database:ipnet_app", "database:ipnet_dispatch", "database:ipnet_oversight", "database:ipnet_signon", "directory", "schema"],
            ready["checks"]!.AsObject().Select(check => check.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/sichuan/services?q=1", "/sichuan/services?q=1")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/../..//evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("", "/")]
    public async Task Changing_the_text_size_never_leads_away(string returnUrl, string expected)
    {
        using var visitor = host.Visitor();

        using var response = await visitor.GetAsync($"/text-size?size=large&returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Larger_text_stays_on_the_next_page()
    {
        using var visitor = host.Visitor();
        using var _ = await visitor.GetAsync("/text-size?size=large");

        Assert.Contains("data-text=\"large\"", await visitor.TextAsync("/accessibility"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_document_tells_problems_and_who_may()
    {
        using var visitor = host.Visitor();

        var document = await visitor.JsonAsync("/openapi/v1.json");

        Assert.StartsWith("3.1", (string?)document["openapi"], StringComparison.Ordinal);
        var services = document["paths"]!["/api/v1/nodes/{node}/services"]!["get"]!;
        Assert.NotNull(services["responses"]!["400"]!["content"]!["application/problem+json"]);
        Assert.Null(services["security"]);
        Assert.Equal("办事", (string?)services["tags"]![0]);
        Assert.NotNull(document["paths"]!["/api/v1/session"]!["get"]!["security"]!);
        Assert.NotNull(document["components"]!["securitySchemes"]!["csrf"]);
    }

    [Fact]
    [Trait("Rule", "SSO-02")]
    public async Task A_person_sees_where_they_may_work()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());
        using var clerk = await given.StaffAsync(city, Role.CatalogEditor);
        await given.JoinAsync(clerk, await given.ParkAsync(city), Role.WindowClerk);

        var page = await clerk.TextAsync(ActingRoles.ChooseNodePath);

        Assert.Contains("今天您代表哪个平台", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{city.Slug}/workbench\"", page, StringComparison.Ordinal);
        Assert.Contains("目录编辑", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Public_answers_are_compressed_and_those_to_a_session_are_not()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());
        using var visitor = host.Visitor();
        using var person = await host.SignedOnAsync("张三");
        foreach (var reader in new[] { visitor, person })
        {
            reader.Http.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        }

        using var open = await visitor.GetAsync($"/{city.Slug}");
        using var own = await person.GetAsync($"/{city.Slug}");

        Assert.Equal(["br"], open.Content.Headers.ContentEncoding);
        Assert.Empty(own.Content.Headers.ContentEncoding);
    }
}
