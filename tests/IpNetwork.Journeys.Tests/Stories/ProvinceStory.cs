using System.Text.RegularExpressions;
using IpNetwork.Domain.Staff;
using IpNetwork.Journeys.Tests.Browsers;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace IpNetwork.Journeys.Tests.Stories;

[Collection(AtTheScreen.Name)]
public sealed partial class ProvinceStory(Sichuan network, Browsing browsing)
{
    // The province commits to 5 working days, Mianyang to 3.
    private const string Item = "SC-IP-27";
    private const string Name = "知识产权维权援助";

    [BrowserFact]
    [Trait("Journey", "A shorter limit reaches a city")]
    [Trait("Rule", "CAT-09")]
    [Trait("Rule", "CAT-10")]
    public async Task The_province_shortens_a_limit_sees_whom_it_meets_and_the_city_decides()
    {
        using var manager = await network.StaffAsync("sichuan", Role.CatalogManager);
        using var editor = await network.StaffAsync("mianyang", Role.CatalogEditor);
        await using var province = await Screen.OpenAsync(network, browsing, "province", manager);
        await using var city = await Screen.OpenAsync(network, browsing, "city", editor);

        await DraftAsync(province);
        await TryAsync(province);
        await PublishAsync(province);
        await DecideAsync(city);
    }

    private static async Task DraftAsync(Screen screen)
    {
        await screen.OpenAsync($"/sichuan/workbench/catalog?q={Item}");
        await screen.FollowAsync(Name);
        await screen.Page.Locator("[name=limitDays]").FillAsync("2");
        await screen.Page.Locator("[name=reason]").FillAsync("合作机构扩大，可以更快");
        await screen.KeepAsync();
        await screen.PressAsync("下一步：试算影响");
    }

    private static async Task TryAsync(Screen screen)
    {
        await Expect(screen.Page.Locator("h1")).ToContainTextAsync("如果这样改");
        var mianyang = screen.Page.Locator("tr", new() { HasTextRegex = Mianyang() });
        await Expect(mianyang.First).ToContainTextAsync("冲突");
        await screen.KeepAsync();
        await screen.FollowAsync("下一步");
    }

    private static async Task PublishAsync(Screen screen)
    {
        await Expect(screen.Page.Locator("h1")).ToContainTextAsync("核对");
        await screen.PressAsync("发布");
        await Expect(screen.Page).Not.ToHaveURLAsync(Publishing());
    }

    private static async Task DecideAsync(Screen screen)
    {
        await screen.OpenAsync("/mianyang/workbench/catalog/conflicts");
        var row = screen.Page.Locator("tr", new() { HasText = Name });
        await Expect(row).ToContainTextAsync("3");
        await Expect(row).ToContainTextAsync("2");
        await screen.KeepAsync();
        await row.GetByRole(AriaRole.Link, new() { NameRegex = Decision() }).Last.ClickAsync();

        await screen.Page.GetByLabel("按全省值执行").CheckAsync();
        await screen.Page.Locator("[name=reason]").FillAsync("合作机构已经扩大，按全省的办");
        await screen.PressAsync("下一步");
        await Expect(screen.Page.Locator("h1")).ToContainTextAsync("核对");
        await screen.PressAsync("发布");
        await Expect(screen.Page).Not.ToHaveURLAsync(Publishing());

        await screen.OpenAsync("/mianyang/workbench/catalog/conflicts");
        await Expect(screen.Page.Locator("tr", new() { HasText = Name })).ToHaveCountAsync(0);
        await screen.OpenAsync($"/mianyang/services/{Item}");
        await Expect(screen.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("2 个工作日");
    }

    [GeneratedRegex("绵阳")]
    private static partial Regex Mianyang();

    [GeneratedRegex("/publish")]
    private static partial Regex Publishing();

    [GeneratedRegex("：|处理|决定")]
    private static partial Regex Decision();
}
