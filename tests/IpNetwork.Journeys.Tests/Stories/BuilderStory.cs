using IpNetwork.Journeys.Tests.Browsers;
using IpNetwork.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace IpNetwork.Journeys.Tests.Stories;

[Collection(AtTheScreen.Name)]
public sealed class BuilderStory(Sichuan network, Browsing browsing)
{
    private const string Uscc = "12513300450711150N";
    private const string List = "/sichuan/establishment/applications";

    [BrowserFact]
    [Trait("Journey", "A builder applies")]
    [Trait("Rule", "APP-10")]
    public async Task Somebody_closes_the_browser_in_the_middle_of_the_form_and_loses_nothing()
    {
        using var builder = await network.SignedOnAsync("泽仁");
        using var registered = await builder.PostAsync("/api/v1/nodes/sichuan/builders",
            new { name = "甘孜州知识产权服务中心", uscc = Uscc, type = "UniversityOrInstitute", contactName = "泽仁", contactPhone = "13800000511", consent = true });
        Assert.Equal(System.Net.HttpStatusCode.Created, registered.StatusCode);

        await using (var first = await Screen.OpenAsync(network, browsing, "builder", builder))
        {
            await first.OpenAsync(List);
            await first.PressAsync("开始一份新的申报");
            await Expect(first.Heading("要设立的平台")).ToBeVisibleAsync();
            await WriteAsync(first, "地名或园区名称", "泸定县");
            await first.PressAsync("保存，下一步");
            await Expect(first.Heading("建设方式和主体")).ToBeVisibleAsync();
            await first.OpenAsync(first.Page.Url.Replace("/builders", "/plan", StringComparison.Ordinal));
            await WriteAsync(first, "建设内容", "窗口和检索终端");
            await first.KeepAsync();
        }

        await using var second = await Screen.OpenAsync(network, browsing, "builder-again", builder);
        await second.OpenAsync(List);
        await second.FollowAsync("接着填写");
        await Expect(second.Page.GetByLabel("地名或园区名称")).ToHaveValueAsync("泸定县");
        await second.OpenAsync(second.Page.Url.Replace("/platform", "/plan", StringComparison.Ordinal));
        await Expect(second.Page.GetByLabel("建设内容")).ToHaveValueAsync("窗口和检索终端");
        await second.KeepAsync();
    }

    /// <summary>Types and presses nothing; the page says when it is kept.</summary>
    private static async Task WriteAsync(Screen screen, string label, string text)
    {
        var kept = screen.Page.WaitForResponseAsync(response => response.Request.Method == "POST" && response.Ok);
        await screen.FillAsync(label, text);
        await kept;
        await Expect(screen.Page.Locator("#saved")).ToContainTextAsync("草稿已保存");
    }
}
