using IpNetwork.Domain.Staff;
using IpNetwork.Journeys.Tests.Browsers;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace IpNetwork.Journeys.Tests.Stories;

[Collection(AtTheScreen.Name)]
public sealed class EditorStory(Sichuan network, Browsing browsing)
{
    // Deyang has not localised it; the province commits to 5 working days and lets nodes commit to fewer.
    private const string Item = "SC-IP-29";
    private const string User = "dy-story";
    private const string Password = "keyuan-7-mianbao-lu";

    [BrowserFact]
    [Trait("Journey", "An editor brings an item to the ground")]
    [Trait("Rule", "CAT-06")]
    [Trait("Rule", "SSO-02")]
    public async Task An_editor_signs_in_localises_an_item_tightens_its_limit_and_the_public_reads_it()
    {
        await network.HireAsync(User, Password, "deyang", Role.CatalogEditor);
        await using var screen = await Screen.OpenAsync(network, browsing, "editor");
        await SignInAsync(screen);

        await screen.OpenAsync($"/deyang/workbench/catalog/{Item}");
        await FillLocallyAsync(screen);
        await LoosenAsync(screen);
        await TightenAsync(screen);

        await screen.OpenAsync($"/deyang/services/{Item}");
        await Expect(screen.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("4 个工作日");
        await Expect(screen.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("政务服务中心二层 8 号");
        await screen.KeepAsync();
    }

    private static async Task SignInAsync(Screen screen)
    {
        await screen.Page.GotoAsync("/deyang/workbench");
        await screen.FillAsync("登录名", User);
        await screen.Page.Locator("input[name=password]").FillAsync(Password);
        await screen.PressAsync("登录");

        await Expect(screen.Page.Locator(".wb-acting")).ToContainTextAsync("德阳");
        await Expect(screen.Page.Locator(".wb-role")).ToContainTextAsync("目录编辑");
        await screen.KeepAsync();
    }

    private static async Task FillLocallyAsync(Screen screen)
    {
        var locked = screen.Page.Locator("tr", new() { HasText = "不可改" });
        await Expect(locked.First).ToBeVisibleAsync();
        await Expect(locked.Locator("input, textarea, select")).ToHaveCountAsync(0);

        foreach (var (field, value) in Local)
        {
            await screen.Page.Locator($"[name={field}]").FillAsync(value);
        }

        await screen.Page.Locator("[name=reason]").FillAsync("本地企业常来问");
    }

    private static async Task LoosenAsync(Screen screen)
    {
        var limit = screen.Page.Locator("[name=committedLimit]");
        await limit.FillAsync("8");
        await screen.PressAsync("下一步");

        await Expect(screen.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("比全省的 5 个长");
        await Expect(screen.Page.Locator("tr", new() { Has = limit })).ToContainTextAsync("填的办结时限是 8 个工作日，比全省的 5 个长");
        await Expect(limit).ToHaveValueAsync("8");
        await Expect(screen.Page.Locator("[name=address]")).ToHaveValueAsync(Local["address"]);
        await screen.KeepAsync();
    }

    private static async Task TightenAsync(Screen screen)
    {
        await screen.Page.Locator("[name=committedLimit]").FillAsync("4");
        await screen.PressAsync("下一步");

        await Expect(screen.Page.Locator("h1")).ToContainTextAsync("核对");
        await Expect(screen.Page.Locator("table")).ToContainTextAsync("4");
        await screen.KeepAsync();
        await screen.PressAsync("发布");
        await Expect(screen.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/deyang/workbench/catalog/{Item}$"));
    }

    private static readonly Dictionary<string, string> Local = new()
    {
        ["department"] = "德阳市知识产权公共服务平台服务部门",
        ["windows"] = "综合服务窗口",
        ["address"] = "德阳市泰山路示例段 1 号政务服务中心二层 8 号",
        ["hours"] = "工作日 9:00—12:00，13:30—17:00",
        ["phones"] = "0838-000 0008",
        ["pickUpPoint"] = "综合服务窗口",
    };
}
