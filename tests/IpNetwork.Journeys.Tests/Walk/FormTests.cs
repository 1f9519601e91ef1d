using IpNetwork.Journeys.Tests.Browsers;
using Xunit;

namespace IpNetwork.Journeys.Tests.Walk;

/// <summary>Forms change what they touch, so this network is nobody else's.</summary>
[Collection(AtTheScreen.Name)]
public sealed class FormTests(Sichuan network, Browsing browsing) : IClassFixture<Sichuan>
{
    [BrowserFact]
    public async Task Every_form_is_answered_with_a_page_without_script()
    {
        var routes = new RouteList(network, network.Ground);
        await using var walk = new PageWalk(network, browsing);

        var (pages, _) = await walk.PagesAsync(routes.Visits());
        var findings = await walk.PostAsync([.. pages.Where(page => page.Status == 200)]);

        Assert.NotEmpty(pages);
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }
}
