using System.Net;
using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IpNetwork.App.Tests.Nodes;

public sealed class ListeningHost : NetworkHost
{
    internal SaidWarnings Said { get; } = new();

    public static Uri Root { get; } = new("https://network.example.gov.cn");

    protected override void Adjust(WebApplicationBuilder builder)
    {
        builder.Logging.AddProvider(Said);
        builder.Services.AddSingleton(new DeploymentAddress(Root));
    }
}

internal sealed class SaidWarnings : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> lines = new();

    public IEnumerable<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lines.Enqueue(formatter(state, exception));
        }
    }

    public void Dispose()
    {
    }
}

public sealed class AddressTests(ListeningHost host) : IClassFixture<ListeningHost>
{
    private readonly Given given = new(host);

    [Fact]
    [Trait("Rule", "SSO-03")]
    public async Task A_forged_header_chooses_no_node_and_is_logged()
    {
        var province = await given.ProvinceAsync();
        var (city, other) = (await given.CityAsync(province), await given.CityAsync(province, "德阳市", "510600"));
        using var manager = await given.StaffAsync(city, Role.Manager);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{other.Api}/subtree", UriKind.Relative));
        request.Headers.Add("X-Tenant-Id", city.Id.ToString());
        request.Headers.Add("X-Node", city.Slug);

        using var response = await manager.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains(host.Said.Lines, line => line.Contains("X-Tenant-Id", StringComparison.Ordinal));
        Assert.Contains(host.Said.Lines, line => line.Contains("X-Node", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "SSO-03")]
    public async Task A_host_name_finds_its_node_and_a_path_that_contradicts_it_finds_none()
    {
        var province = await given.ProvinceAsync();
        var (city, other) = (await given.CityAsync(province), await given.CityAsync(province, "德阳市", "510600"));
        var name = await NamedAsync(province, city);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(name, city.Api));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(name, "/norms"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(name, other.Api));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(name, $"/{other.Slug}/norms"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("localhost", $"/{other.Slug}/norms"));
    }

    [Fact]
    [Trait("Rule", "NET-01")]
    public async Task A_host_name_serves_one_node_alone()
    {
        var province = await given.ProvinceAsync();
        var (city, other) = (await given.CityAsync(province), await given.CityAsync(province, "德阳市", "510600"));
        using var leader = await given.StaffAsync(province, Role.Leader);
        var body = new { hostName = $"ip-{Random.Shared.Next():x}.example.gov.cn", effectiveOn = "2026-01-05", reason = "启用域名", documentNumber = "1号" };
        using var first = await leader.GetAsync($"{province.Api}/network/{city.Slug}");
        using var second = await leader.GetAsync($"{province.Api}/network/{other.Slug}");
        using var named = await leader.PostAsync($"{province.Api}/network/{city.Slug}/host-name", body, version: first.Headers.ETag!.ToString());

        using var refused = await leader.PostAsync($"{province.Api}/network/{other.Slug}/host-name", body, version: second.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("HOST_NAME_TAKEN", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "NET-01")]
    public async Task From_a_host_name_other_nodes_are_linked_at_the_address_of_the_deployment()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        var name = await NamedAsync(province, city);

        var there = await TextAsync(name, "/");
        var here = await TextAsync("localhost", $"/{city.Slug}");

        Assert.Contains($"href=\"{ListeningHost.Root}{province.Slug}\"", there, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/{province.Slug}\"", there, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{province.Slug}\"", here, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("network.example.gov.cn")]
    [InlineData("https://network.example.gov.cn/ip")]
    [InlineData("ftp://network.example.gov.cn")]
    public void An_address_of_the_deployment_that_is_none_refuses_the_start(string text) =>
        Assert.Contains(text, Assert.Throws<SetupException>(() => DeploymentAddress.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    [Trait("Rule", "NET-01")]
    public async Task The_node_of_a_unit_of_work_is_set_once()
    {
        var province = await given.ProvinceAsync();
        var current = new CurrentNode();

        Assert.Throws<InvalidOperationException>(() => current.Id);
        current.Set(province.Tenant);
        Assert.Throws<InvalidOperationException>(() => current.Set(province.Tenant));
    }

    [Fact]
    [Trait("Rule", "NET-01")]
    public async Task Several_nodes_are_written_together_only_inside_one_transaction()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);

        await given.InAsync(province.Tenant, services => Assert.ThrowsAsync<InvalidOperationException>(() =>
            services.GetRequiredService<TreeWriter>().AtAsync(city.Tenant, Actor.Program("测试", province.Id), new("test", "node", city.Slug, "测试"), () => { }, CancellationToken.None)));
    }

    private async Task<string> NamedAsync(TestNode province, TestNode city)
    {
        using var leader = await given.StaffAsync(province, Role.Leader);
        var name = $"ip-{Random.Shared.Next():x}.example.gov.cn";
        using var shown = await leader.GetAsync($"{province.Api}/network/{city.Slug}");
        using var named = await leader.PostAsync($"{province.Api}/network/{city.Slug}/host-name", new { hostName = name, effectiveOn = "2026-01-05", reason = "启用域名", documentNumber = "川知〔2026〕8号" }, version: shown.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NoContent, named.StatusCode);
        return name;
    }

    private async Task<HttpStatusCode> StatusAsync(string name, string path)
    {
        using var response = await AskAsync(name, path);
        return response.StatusCode;
    }

    private async Task<string> TextAsync(string name, string path)
    {
        using var response = await AskAsync(name, path);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> AskAsync(string name, string path)
    {
        using var visitor = host.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Host = name;
        return await visitor.Http.SendAsync(request);
    }
}
