using IpNetwork.Domain.Staff;
using IpNetwork.Journeys.Tests.Browsers;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace IpNetwork.Journeys.Tests.Stories;

[Collection(AtTheScreen.Name)]
public sealed class MoveStory(Sichuan network, Browsing browsing)
{
    private const string Reason = "园区与科技城新区合署办公";

    [BrowserFact]
    [Trait("Journey", "The leader moves a node")]
    [Trait("Rule", "NET-07")]
    public async Task The_leader_moves_a_workstation_and_its_history_shows_it()
    {
        using var leader = await network.StaffAsync("sichuan", Role.Leader);
        await using var screen = await Screen.OpenAsync(network, browsing, "move", leader);
        await screen.OpenAsync("/sichuan/workbench/network?q=绵阳");
        await Expect(screen.Page.Locator("h1")).ToHaveCountAsync(1);
        await screen.OpenAsync("/sichuan/workbench/network/mianyang-kejicheng/relocation");
        await screen.KeepAsync();

        await screen.PressAsync("改到新的上级");
        await Expect(screen.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("还没有保存");

        await screen.Page.Locator("select[name=parent]").SelectOptionAsync("mianyang-gaoxin");
        await screen.FillAsync("文号", "川知促发〔2026〕12 号");
        await screen.FillAsync("理由", Reason);
        await screen.PressAsync("改到新的上级");

        await Expect(screen.Page).ToHaveURLAsync($"{network.Address}sichuan/workbench/network");
        await screen.OpenAsync("/sichuan/workbench/network/mianyang-kejicheng/relocation");
        await Expect(screen.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Reason);
        await Expect(screen.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("川知促发〔2026〕12 号");
        await screen.KeepAsync();
    }
}
