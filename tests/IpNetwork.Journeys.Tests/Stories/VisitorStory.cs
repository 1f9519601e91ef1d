using System.Text.RegularExpressions;
using IpNetwork.Journeys.Tests.Browsers;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace IpNetwork.Journeys.Tests.Stories;

[Collection(AtTheScreen.Name)]
public sealed partial class VisitorStory(Sichuan network, Browsing browsing)
{
    [BrowserFact]
    [Trait("Journey", "A visitor finds a service")]
    [Trait("Rule", "CAT-12")]
    public async Task Somebody_finds_the_guide_from_the_province_by_map_and_word_and_prints_it()
    {
        await using var screen = await Screen.OpenAsync(network, browsing, "visitor");
        await screen.OpenAsync("/");
        await Expect(screen.Page).ToHaveURLAsync(Sichuan());
        await screen.KeepAsync();

        await screen.Page.Locator("svg.hx").GetByRole(AriaRole.Link, new() { NameRegex = Mianyang() }).ClickAsync();
        await Expect(screen.Page).ToHaveURLAsync(MianyangAddress());
        await screen.Page.GetByRole(AriaRole.Searchbox).First.FillAsync("质押");
        await screen.PressAsync("查找");

        await Expect(screen.Page.Locator("[data-found]")).ToContainTextAsync("查找“质押”：找到");
        await screen.KeepAsync();
        await screen.Page.Locator("table.tb").GetByRole(AriaRole.Link, new() { NameRegex = Pledge() }).First.ClickAsync();

        await Expect(screen.Page.Locator("h1")).ToContainTextAsync("质押");
        await Expect(screen.Page.Locator("#all")).ToContainTextAsync("工作日");
        await screen.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(screen.Page.Locator(".ip-tabs")).ToBeHiddenAsync();
        await Expect(screen.Page.Locator("h1")).ToBeVisibleAsync();
        await screen.KeepAsync();
    }

    [GeneratedRegex("/sichuan/?$")]
    private static partial Regex Sichuan();

    [GeneratedRegex("^绵阳")]
    private static partial Regex Mianyang();

    [GeneratedRegex("/mianyang/?$")]
    private static partial Regex MianyangAddress();

    [GeneratedRegex("质押")]
    private static partial Regex Pledge();
}
