using System.Diagnostics;
using IpNetwork.App.Deployment;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Xunit;
using static IpNetwork.App.Tests.Catalog.CatalogTown;

namespace IpNetwork.App.Tests.Catalog;

/// <summary>Two processes over one database, each with the catalog in its memory.</summary>
public sealed class ProcessesTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    [Fact]
    [Trait("Rule", "CAT-02")]
    public async Task Another_process_hears_of_a_publication_within_a_second()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        await using var other = await SecondAsync();
        using var reader = new HttpClient { BaseAddress = new(other.Urls.First()) };
        var address = new Uri($"{town.Mianyang.Api}/services/{Pledge}", UriKind.Relative);
        Assert.Contains("10 个工作日", await reader.GetStringAsync(address), StringComparison.Ordinal);

        await town.PublishBaseAsync(Content(limit: 6));
        var since = Stopwatch.StartNew();
        while (!(await reader.GetStringAsync(address)).Contains("6 个工作日", StringComparison.Ordinal) && since.Elapsed < TimeSpan.FromSeconds(10))
        {
            await Task.Delay(20);
        }

        Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    private async Task<WebApplication> SecondAsync()
    {
        var settings = new Settings(DatabaseLogins.Administrative(host.AdministrativeConnection), host.DataFolder, IsDevelopment: true);
        var app = Composition.Build(settings, builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        await app.StartAsync();
        return app;
    }
}
