using System.Net;
using System.Net.Http.Json;
using IpNetwork.SignOn.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpNetwork.SignOn.Tests.SignIn;

public sealed class CsrfTests(MigratedDatabase database) : HostedTests(database)
{
    [Fact]
    public async Task No_form_is_taken_without_its_token_or_with_somebody_elses()
    {
        using var browser = await Host.OpenSignedInAsync(await Host.CreateAccountAsync("victim"));
        using var attacker = await Host.OpenSignedInAsync(await Host.CreateAccountAsync("attacker"));
        await browser.TokenAsync("/account");
        var foreign = await attacker.TokenAsync("/account");
        var paths = UnsafePaths();

        foreach (var path in paths)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(path, token: null)).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(path, "made-up")).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(path, foreign)).StatusCode);
        }

        Assert.Equal(5, paths.Count);
        Assert.True(await browser.IsSignedInAsync());
        Assert.Empty(Host.Events.Of<SessionEnded>());
    }

    [Fact]
    public async Task A_token_drawn_before_signing_in_does_not_serve_afterwards()
    {
        using var browser = await Host.OpenSignedInAsync(await Host.CreateAccountAsync("early"));
        using var anonymous = Host.OpenBrowser();
        var token = await anonymous.TokenAsync();
        browser.SetCookie("ipnet-csrf", anonymous.Cookie("ipnet-csrf") ?? "");

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/sign-out", token)).StatusCode);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.BadRequest)]
    [InlineData("same-site", HttpStatusCode.BadRequest)]
    [InlineData("same-origin", HttpStatusCode.NoContent)]
    public async Task A_request_that_another_site_started_is_refused_even_with_the_token(string site, HttpStatusCode expected)
    {
        using var browser = await Host.OpenSignedInAsync(await Host.CreateAccountAsync($"from-{site}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/act")
        {
            Headers = { { "Sec-Fetch-Site", site }, { SignOnDefaults.CsrfHeader, await browser.TokenAsync("/account") } },
        };

        Assert.Equal(expected, (await browser.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task The_sign_in_form_takes_no_other_kind_of_body()
    {
        using var browser = Host.OpenBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Headers = { { SignOnDefaults.CsrfHeader, await browser.TokenAsync() } },
            Content = JsonContent.Create(new { username = "a", password = "b" }),
        };

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_huge_form_is_refused()
    {
        using var browser = Host.OpenBrowser();

        var answer = await browser.PostAsync("/sign-in", await browser.TokenAsync(), ("username", new('a', 100_000)), ("password", "b"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private List<string> UnsafePaths() =>
        [.. Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") is true)
            .Select(e => e.RoutePattern.RawText ?? "")];
}
