using IpNetwork.Journeys.Tests.Browsers;
using Xunit;
using Xunit.Abstractions;

namespace IpNetwork.Journeys.Tests.Walk;

/// <summary>Every page the program has, found by reading its routes.</summary>
[Collection(AtTheScreen.Name)]
public sealed class PageWalkTests(Sichuan network, Browsing browsing, ITestOutputHelper output)
{
    [BrowserFact]
    public Task Every_page_is_well_made_on_a_desk_and_on_a_phone() => WalkAsync(Look.Desk, Look.Phone);

    [BrowserFact]
    public Task Every_page_reads_in_large_text() => WalkAsync(Look.LargeText);

    [BrowserFact]
    public Task Every_page_shows_without_script() => WalkAsync(Look.NoScript);

    private async Task WalkAsync(params Look[] looks)
    {
        var routes = new RouteList(network, network.Ground);
        await using var walk = new PageWalk(network, browsing);

        var (pages, answers) = await walk.PagesAsync(routes.Visits());
        var findings = await walk.InspectAsync(pages, looks);

        foreach (var page in pages)
        {
            output.WriteLine($"{page.Name} ({page.Route})");
        }

        string[] all = [.. routes.Findings.Concat(answers).Concat(findings).Select(finding => finding.ToString())];
        Assert.True(all.Length == 0, $"{pages.Count} pages, {all.Length} findings:\n{string.Join('\n', all)}");
    }
}
