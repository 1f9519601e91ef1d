using System.Net;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Plates;

/// <summary>The same work at the screen.</summary>
public sealed class PlateDeskTests(PlateHost host) : IClassFixture<PlateHost>
{
    [Fact]
    [Trait("Rule", "PLT-02")]
    public async Task The_form_shows_the_words_the_rule_and_what_went_in()
    {
        using var town = await PlateTown.MakeAsync(host);

        var page = await town.Assessor.TextAsync($"/{town.Province.Slug}/workbench/plates/new?kind=Platform&node={town.City.Slug}");

        Assert.Contains("四川省（绵阳）知识产权公共服务平台", page, StringComparison.Ordinal);
        Assert.Contains("NAM-03", page, StringComparison.Ordinal);
        Assert.Contains("绵阳市", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "PLT-02")]
    public async Task What_was_typed_stays_beside_the_error()
    {
        using var town = await PlateTown.MakeAsync(host);
        var form = $"/{town.Province.Slug}/workbench/plates/new";

        using var refused = await town.Assessor.SubmitAsync($"{form}?kind=Platform&node={town.City.Slug}", form,
            new Dictionary<string, string> { ["issuedOn"] = PlateTown.Day, ["documentNumber"] = "川知促发〔2026〕12号", ["text"] = "四川知识产权绵阳平台" });
        var page = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("value=\"四川知识产权绵阳平台\"", page, StringComparison.Ordinal);
        Assert.Contains("与按规则生成的", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "PLT-01")]
    public async Task From_the_list_to_the_plate_on_the_wall()
    {
        using var town = await PlateTown.MakeAsync(host);
        var desk = $"/{town.Province.Slug}/workbench/plates";
        Assert.Contains($"/new?kind=Platform&amp;node={town.City.Slug}", await town.Assessor.TextAsync(desk), StringComparison.Ordinal);
        Assert.Contains("起草牌匾", await town.Assessor.TextAsync($"/{town.Province.Slug}/workbench"), StringComparison.Ordinal);
        using var prepared = await town.Assessor.SubmitAsync($"{desk}/new?kind=Platform&node={town.City.Slug}", $"{desk}/new",
            new Dictionary<string, string> { ["issuedOn"] = PlateTown.Day, ["documentNumber"] = "川知促发〔2026〕12号" });
        var proposal = prepared.Headers.Location!.ToString();
        Assert.Contains("批准或退回", await town.Leader.TextAsync($"/{town.Province.Slug}/workbench"), StringComparison.Ordinal);

        using var approved = await town.Leader.SubmitAsync(proposal, proposal, new Dictionary<string, string> { ["decision"] = "approve" });

        Assert.Equal($"{desk}/SC-C-001", approved.Headers.Location!.ToString());
        Assert.Contains("牌匾 SC-C-001", await town.Leader.TextAsync($"{desk}/SC-C-001"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "NAM-08")]
    public async Task Who_prepared_it_is_told_why_somebody_else_must_decide()
    {
        using var town = await PlateTown.MakeAsync(host);
        await town.Given.JoinAsync(town.Assessor, town.Province, Domain.Staff.Role.Leader);
        var proposal = (await town.PrepareAsync(town.Platform())).Split('/')[^1];

        var page = await town.Assessor.TextAsync($"/{town.Province.Slug}/workbench/plates/proposals/{proposal}");

        Assert.Contains("须由另一位负责人批准", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"decision\"", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "PLT-06")]
    public async Task A_plate_is_taken_down_at_the_screen_and_a_bad_day_stays_typed()
    {
        using var town = await PlateTown.MakeAsync(host);
        var number = await town.HangAsync(town.Platform());
        var page = $"/{town.Province.Slug}/workbench/plates/{number}";
        var order = new Dictionary<string, string> { ["documentNumber"] = "川知促摘〔2026〕1号", ["orderedOn"] = "2026-03-01", ["effectiveOn"] = "2026-02-20", ["reason"] = "期满未整改", ["evidence"] = "现场记录 3 号" };
        using var refused = await town.Leader.SubmitAsync(page, $"{page}/taking-down", order);
        var again = await refused.Content.ReadAsStringAsync();
        Assert.Contains("早于决定日", again, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-02-20\"", again, StringComparison.Ordinal);

        order["effectiveOn"] = "2026-03-03";
        using var down = await town.Leader.SubmitAsync(page, $"{page}/taking-down", order);

        Assert.Equal(HttpStatusCode.Redirect, down.StatusCode);
        Assert.Contains("已摘牌", await town.Leader.TextAsync(page), StringComparison.Ordinal);
    }
}
