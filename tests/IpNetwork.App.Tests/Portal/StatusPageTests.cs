using System.Net;
using System.Text.Json.Nodes;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Portal;

public sealed class StatusPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given given = new(host);

    [Fact]
    public async Task An_unknown_node_gets_a_page_that_offers_the_nearest_ones()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());

        var page = await PageAsync($"/{city.Slug}x", HttpStatusCode.NotFound);

        Assert.Contains("这个平台", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{city.Slug}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_page_of_a_node_keeps_the_nodes_frame()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());

        var page = await PageAsync($"/{city.Slug}/no-such-page", HttpStatusCode.NotFound);
        var item = await PageAsync($"/{city.Slug}/services/NO-SUCH", HttpStatusCode.NotFound);

        Assert.Contains("找不到这一页", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{city.Slug}/services\"", page, StringComparison.Ordinal);
        Assert.Contains("找不到这一页", item, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "SSO-03")]
    public async Task Somebody_without_a_post_here_is_told_so_and_led_to_where_they_work()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());
        using var person = await host.SignedOnAsync("张三");

        using var response = await person.GetAsync($"/{city.Slug}/workbench");
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("您不是本平台的工作人员", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{ActingRoles.ChooseNodePath}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "SSO-03")]
    public async Task Somebody_in_another_role_is_told_which_roles_may()
    {
        var province = await given.ProvinceAsync();
        using var auditor = await given.StaffAsync(province, Role.Auditor);

        using var response = await auditor.GetAsync($"/{province.Slug}/workbench/norms");
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("审计员不能做这件事", page, StringComparison.Ordinal);
        Assert.Contains("目录管理员", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/workbench/norms\" aria-current", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeated_parameters_get_a_page_that_says_so()
    {
        var page = await PageAsync("/?q=1&q=2", HttpStatusCode.BadRequest);

        Assert.Contains("同一个参数出现了两次", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_no_page_takes_gets_a_page_that_says_so()
    {
        using var visitor = host.Visitor();

        using var response = await visitor.Http.PutAsync(new Uri("/accessibility", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("这一页不能这样打开", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_api_method_that_does_not_exist_is_a_problem_with_the_ones_that_do()
    {
        var city = await given.CityAsync(await given.ProvinceAsync());
        using var visitor = host.Visitor();

        using var response = await visitor.Http.DeleteAsync(new Uri($"{city.Api}/services", UriKind.Relative));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("METHOD_NOT_ALLOWED", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["code"]);
        Assert.Contains("GET", response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-node")]
    [InlineData("/api/v1/no-such-route")]
    [InlineData("/css/ipnet.css")]
    [InlineData("/css/no-such.css")]
    [InlineData("/?q=1&q=2")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/docs")]
    [InlineData("/accessibility")]
    [InlineData("/robots.txt")]
    [InlineData("/favicon.ico")]
    public async Task Every_answer_carries_the_security_headers_to_head_as_to_get(string path)
    {
        using var visitor = host.Visitor();
        using var get = await visitor.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await visitor.Http.SendAsync(request);

        foreach (var response in new[] { get, head })
        {
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Contains("frame-ancestors 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Server"));
        }

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Only_the_api_page_allows_styles_written_by_a_script()
    {
        using var visitor = host.Visitor();
        using var docs = await visitor.GetAsync("/api/docs");
        using var page = await visitor.GetAsync("/accessibility");

        Assert.Contains("unsafe-inline", Assert.Single(docs.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string path, HttpStatusCode expected)
    {
        using var visitor = host.Visitor();
        using var response = await visitor.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return text;
    }
}
