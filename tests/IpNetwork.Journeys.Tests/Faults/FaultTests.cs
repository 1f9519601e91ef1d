using IpNetwork.Journeys.Tests.Browsers;
using IpNetwork.Journeys.Tests.Walk;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.Journeys.Tests.Faults;

/// <summary>The walk itself, tried on pages that are known to be wrong. None of them is named to it.</summary>
[Collection(AtTheScreen.Name)]
public sealed class FaultTests(FaultyHost host, Browsing browsing) : IClassFixture<FaultyHost>
{
    private static IReadOnlyList<Finding>? found;

    [BrowserTheory]
    [InlineData("console", Check.Console)]
    [InlineData("script", Check.Script)]
    [InlineData("image-from-outside", Check.Outside)]
    [InlineData("inline-style", Check.Console)]
    [InlineData("overflow", Check.Overflow)]
    [InlineData("pale", Check.Accessibility)]
    [InlineData("unlabelled", Check.Accessibility)]
    [InlineData("no-heading", Check.Heading)]
    [InlineData("no-title", Check.Title)]
    [InlineData("english", Check.English)]
    [InlineData("enum", Check.English)]
    [InlineData("form-to-nowhere", Check.Form)]
    [InlineData("missing", Check.Answer)]
    [InlineData("by/{unheardOf}", Check.Route)]
    public async Task A_page_with_a_fault_is_found_without_being_named(string page, Check check)
    {
        var findings = await FindingsAsync();

        Assert.Contains(findings, finding => finding.Path == $"/faults/{page}" && finding.Check == check);
    }

    [BrowserFact]
    public async Task A_page_without_a_fault_passes()
    {
        var findings = await FindingsAsync();

        Assert.DoesNotContain(findings, finding => finding.Path == "/faults/none");
    }

    private async Task<IReadOnlyList<Finding>> FindingsAsync() => found ??= await WalkAsync();

    private async Task<IReadOnlyList<Finding>> WalkAsync()
    {
        var given = new Given(host);
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        var routes = new RouteList(host, new(province, city, await given.ParkAsync(city)));
        var ours = routes.Visits().Where(visit => visit.Path.StartsWith("/faults/", StringComparison.Ordinal)).ToList();
        await using var walk = new PageWalk(host, browsing);

        var (pages, answers) = await walk.PagesAsync(ours);
        return [.. routes.Findings, .. answers, .. await walk.InspectAsync(pages, Look.Desk), .. await walk.PostAsync(pages)];
    }
}
