using IpNetwork.Domain.Staff;
using IpNetwork.Journeys.Tests.Browsers;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace IpNetwork.Journeys.Tests.Stories;

[Collection(AtTheScreen.Name)]
public sealed class TwoNodesStory(Sichuan network, Browsing browsing)
{
    [BrowserFact]
    [Trait("Journey", "Somebody works at two nodes")]
    [Trait("Rule", "SSO-02")]
    public async Task Who_works_at_two_nodes_changes_between_them_and_enters_no_third()
    {
        using var editor = await network.StaffAsync("mianyang", Role.CatalogEditor);
        await network.JoinAsync(editor, "mianyang-gaoxin", Role.Manager);
        await using var screen = await Screen.OpenAsync(network, browsing, "two-nodes", editor);
        await screen.OpenAsync("/mianyang/workbench");
        await Expect(screen.Page.Locator(".wb-acting")).ToContainTextAsync("绵阳");
        await Expect(screen.Page.Locator(".wb-role")).ToContainTextAsync("目录编辑");

        await screen.FollowAsync("切换平台");
        await Expect(screen.Heading("选择本次代表的平台").Or(screen.Page.Locator("h1"))).ToHaveCountAsync(1);
        await screen.KeepAsync();
        await screen.Page.Locator("a[href='/mianyang-gaoxin/workbench']").First.ClickAsync();

        await Expect(screen.Page.Locator(".wb-role")).ToContainTextAsync("平台负责人");
        await Expect(screen.Page.Locator(".wb-acting")).ToContainTextAsync("高新");
        await screen.OpenAsync("/deyang/workbench", 403);
        await Expect(screen.Page.GetByRole(Microsoft.Playwright.AriaRole.Main)).ToContainTextAsync("您不是本平台的工作人员");
        await screen.KeepAsync();
    }
}
