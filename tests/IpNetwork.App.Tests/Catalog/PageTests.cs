using System.Net;
using IpNetwork.App.Tests.Shell;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Xunit;
using static IpNetwork.App.Tests.Catalog.CatalogTown;

namespace IpNetwork.App.Tests.Catalog;

/// <summary>The same work through pages and plain forms, without script.</summary>
public sealed class PageTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    [Fact]
    [Trait("Rule", "CAT-04")]
    public async Task An_editor_fills_the_local_fields_reviews_and_publishes()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        var item = $"/{town.Mianyang.Slug}/workbench/catalog/{Pledge}";
        Assert.Contains(item, await town.Editor.TextAsync($"/{town.Mianyang.Slug}/workbench/catalog"), StringComparison.Ordinal);

        using var saved = await SubmitAsync(town.Editor, item, item, new()
        {
            ["department"] = "绵阳市知识产权公共服务平台",
            ["address"] = "涪城区示例路 1 号",
            ["committedLimit"] = "7",
            ["materials"] = "form\ncontract\nidentity",
            ["reason"] = "按本地情况填写",
            ["act"] = "review",
        });
        var review = Assert.IsType<Uri>(saved.Headers.Location).ToString();
        Assert.Contains("涪城区示例路 1 号", await town.Editor.TextAsync(review), StringComparison.Ordinal);
        using var published = await SubmitAsync(town.Editor, review, ActionIn(await town.Editor.TextAsync(review), "/publish"), []);

        Assert.Equal(item, published.Headers.Location?.ToString());
        Assert.Equal("7 个工作日", Field(await town.OfferingAsync(), "committedLimit")["value"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Rule", "CAT-05")]
    public async Task A_longer_limit_comes_back_beside_its_field_with_what_was_typed()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        var item = $"/{town.Mianyang.Slug}/workbench/catalog/{Pledge}";

        using var refused = await SubmitAsync(town.Editor, item, item, new() { ["committedLimit"] = "12", ["address"] = "没有丢", ["materials"] = "form\ncontract\nidentity" });

        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("12 个工作日", page, StringComparison.Ordinal);
        Assert.Contains("value=\"没有丢\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#f-committedLimit\"", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-08")]
    public async Task A_missing_reason_is_said_beside_its_field_and_what_was_typed_stays()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        var item = $"/{town.Mianyang.Slug}/workbench/catalog/{Pledge}";
        var fields = new Dictionary<string, string> { ["address"] = "涪城区示例路 9 号", ["materials"] = "form\ncontract\nidentity", ["effectiveOn"] = "2099-01-01", ["reason"] = " ", ["act"] = "review" };

        using var asked = await SubmitAsync(town.Editor, item, item, fields);
        using var kept = await SubmitAsync(town.Editor, item, item, new(fields) { ["act"] = "draft" });
        using var published = await SubmitAsync(town.Editor, $"{item}/publish?effectiveOn=2099-01-01", $"{item}/publish?effectiveOn=2099-01-01", []);

        foreach (var answer in new[] { asked, published })
        {
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("href=\"#f-reason\"", page, StringComparison.Ordinal);
            Assert.Contains("id=\"f-reason-e\"", page, StringComparison.Ordinal);
            Assert.Contains("value=\"涪城区示例路 9 号\"", page, StringComparison.Ordinal);
            Assert.Contains("value=\"2099-01-01\"", page, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
    }

    [Fact]
    [Trait("Rule", "CAT-07")]
    public async Task What_an_own_item_lacks_is_said_beside_its_fields_when_it_is_published()
    {
        using var town = await FoundAsync(host);
        var start = $"/{town.Mianyang.Slug}/workbench/catalog/own/new";
        var bare = Own("贯标辅导");
        bare["audience"] = bare["department"] = "";

        using var silent = await SubmitAsync(town.Editor, start, start, new(bare) { ["reason"] = "" });
        var page = await silent.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        Assert.Contains("id=\"f-reason-e\"", page, StringComparison.Ordinal);
        Assert.Contains("上门辅导贯标", page, StringComparison.Ordinal);
        var draft = ActionIn(page, "/own/");
        using var saved = await SubmitAsync(town.Editor, draft, draft, bare);
        var review = Assert.IsType<Uri>(saved.Headers.Location).ToString();
        using var refused = await SubmitAsync(town.Editor, review, ActionIn(await town.Editor.TextAsync(review), "/publish"), []);

        var back = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.All(["audience", "department"], field => Assert.Contains($"id=\"f-{field}-e\"", back, StringComparison.Ordinal));
        Assert.Contains("上门辅导贯标", back, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-06")]
    public async Task An_own_item_is_written_and_published_and_a_copy_is_shown_the_way()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        var start = $"/{town.Mianyang.Slug}/workbench/catalog/own/new";

        using var copy = await SubmitAsync(town.Editor, start, start, Own("商标质押登记"));
        Assert.Equal(HttpStatusCode.Conflict, copy.StatusCode);
        Assert.Contains($"/workbench/catalog/{Pledge}", await copy.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var drafted = await SubmitAsync(town.Editor, start, start, Own("贯标辅导"));
        var review = Assert.IsType<Uri>(drafted.Headers.Location).ToString();
        using var published = await SubmitAsync(town.Editor, review, ActionIn(await town.Editor.TextAsync(review), "/publish"), []);

        Assert.Equal(HttpStatusCode.SeeOther, published.StatusCode);
        Assert.Equal("贯标辅导", (await town.OfferingAsync("MY-01"))["name"]!.GetValue<string>());
        using var opened = await town.Editor.GetAsync(published.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    [Fact]
    [Trait("Rule", "CAT-03")]
    public async Task Who_may_not_edit_reads_an_item_as_text()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        await town.OfferAsync([.. Localised, new { field = "materials", list = new[] { "form", "contract" } }]);
        using var leader = await town.Given.StaffAsync(town.Province, Role.Leader);
        using var clerk = await town.Given.StaffAsync(town.Mianyang, Role.WindowClerk);
        var draft = await town.DraftBaseAsync(Content("商标质押与变更登记"));

        var written = await leader.TextAsync($"/{town.Province.Slug}/workbench/catalog/drafts/{draft}");
        var offered = await clerk.TextAsync($"/{town.Mianyang.Slug}/workbench/catalog/{Pledge}");
        using var discarded = await SubmitAsync(town.Compiler, $"/{town.Province.Slug}/workbench/catalog/drafts/{draft}/discard", $"/{town.Province.Slug}/workbench/catalog/drafts/{draft}/discard", []);
        var published = await leader.TextAsync($"/{town.Province.Slug}/workbench/catalog/{Pledge}");

        Assert.Equal(HttpStatusCode.SeeOther, discarded.StatusCode);
        Assert.Contains("商标质押与变更登记", written, StringComparison.Ordinal);
        Assert.Contains("涪城区示例路 1 号", offered, StringComparison.Ordinal);
        Assert.Contains("2 份：申请表、质押合同", offered, StringComparison.Ordinal);
        Assert.Contains("为出质人和质权人办理登记的受理与转送", published, StringComparison.Ordinal);
        Assert.All([written, offered, published], page =>
        {
            var main = page[page.IndexOf("<main", StringComparison.Ordinal)..];
            Assert.Contains("只能看，不能改", main, StringComparison.Ordinal);
            Assert.DoesNotContain("disabled", main, StringComparison.Ordinal);
            Assert.DoesNotMatch("<(input|textarea|select)(?![^>]*type=\"(hidden|search)\")", main);
        });
    }

    [Fact]
    [Trait("Rule", "CAT-01")]
    public async Task The_province_tries_out_a_new_item_and_publishes_it()
    {
        using var town = await FoundAsync(host);
        var start = $"/{town.Province.Slug}/workbench/catalog/new";

        var wordy = Base();
        wordy["limitDays"] = "十天";
        using var unfit = await SubmitAsync(town.Compiler, start, start, wordy);
        Assert.Equal(HttpStatusCode.BadRequest, unfit.StatusCode);
        Assert.Contains("value=\"十天\"", await unfit.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var drafted = await SubmitAsync(town.Compiler, start, start, Base());
        var trial = await town.Compiler.TextAsync(Assert.IsType<Uri>(drafted.Headers.Location).ToString());
        Assert.Contains(town.Mianyang.Slug, trial, StringComparison.Ordinal);
        var review = HrefIn(trial, "/publish");
        using var published = await SubmitAsync(town.Compiler, review, ActionIn(await town.Compiler.TextAsync(review), "/publish"), []);

        Assert.Equal(HttpStatusCode.SeeOther, published.StatusCode);
        Assert.Contains("第 1 版", await town.Compiler.TextAsync(published.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Equal("专利优先审查", (await town.OfferingAsync("SC-IP-04"))["name"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Rule", "CAT-10")]
    public async Task Suspending_needs_its_reason_and_then_holds_everywhere()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        var page = $"/{town.Province.Slug}/workbench/catalog/{Pledge}/suspension";

        using var silent = await SubmitAsync(town.Compiler, page, page, new() { ["effectiveOn"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        using var suspended = await SubmitAsync(town.Compiler, page, page, new() { ["effectiveOn"] = "", ["reason"] = "系统升级" });

        Assert.Equal(HttpStatusCode.SeeOther, suspended.StatusCode);
        Assert.Equal("Suspended", (await town.OfferingAsync())["state"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    public async Task A_conflict_is_listed_and_taking_the_province_s_value_ends_it()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        await town.OfferAsync([.. Localised, new { field = "committedLimit", text = "7" }]);
        await town.PublishBaseAsync(Content(limit: 6));
        var conflicts = $"/{town.Mianyang.Slug}/workbench/catalog/conflicts";
        Assert.Contains("7 个工作日", await town.Editor.TextAsync(conflicts), StringComparison.Ordinal);
        var item = $"/{town.Mianyang.Slug}/workbench/catalog/{Pledge}";

        using var saved = await SubmitAsync(town.Editor, item, item, new() { ["resolution"] = "TakeProvince", ["materials"] = "form\ncontract\nidentity", ["reason"] = "按全省执行", ["act"] = "review" });
        var review = Assert.IsType<Uri>(saved.Headers.Location).ToString();
        using var published = await SubmitAsync(town.Editor, review, ActionIn(await town.Editor.TextAsync(review), "/publish"), []);

        Assert.Equal(HttpStatusCode.SeeOther, published.StatusCode);
        Assert.Contains("没有冲突", await town.Editor.TextAsync(conflicts), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-12")]
    public async Task A_proposal_is_written_at_the_node_and_answered_by_the_province()
    {
        using var town = await FoundAsync(host);
        await town.OwnAsync("MY-01");
        var write = $"/{town.Mianyang.Slug}/workbench/catalog/own/MY-01/promotion";

        using var empty = await SubmitAsync(town.Editor, write, write, []);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        using var proposed = await SubmitAsync(town.Editor, write, write, new() { ["usage"] = "一年办了 120 件", ["argument"] = "各地都需要" });
        Assert.Contains("等答复", await town.Editor.TextAsync(Assert.IsType<Uri>(proposed.Headers.Location).ToString()), StringComparison.Ordinal);
        var answer = HrefIn(await town.Compiler.TextAsync($"/{town.Province.Slug}/workbench/catalog/promotions"), "/promotions/");
        using var undecided = await SubmitAsync(town.Compiler, answer, answer, new() { ["opinion"] = "好" });
        Assert.Equal(HttpStatusCode.BadRequest, undecided.StatusCode);
        using var declined = await SubmitAsync(town.Compiler, answer, answer, new() { ["decision"] = "decline", ["opinion"] = "再办一年看看" });

        Assert.Equal(HttpStatusCode.SeeOther, declined.StatusCode);
        Assert.Contains("再办一年看看", await town.Editor.TextAsync($"/{town.Mianyang.Slug}/workbench/catalog/promotions"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-05")]
    public async Task The_difference_report_and_the_versions_open()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();

        var report = await town.Compiler.TextAsync($"/{town.Province.Slug}/workbench/catalog/differences?item={Pledge}");
        var versions = await town.Compiler.TextAsync($"/{town.Province.Slug}/workbench/catalog/{Pledge}/versions");
        using var unknown = await town.Compiler.GetAsync($"/{town.Province.Slug}/workbench/catalog/differences?item=nothing");

        Assert.Contains($"/{town.Mianyang.Slug}", report, StringComparison.Ordinal);
        Assert.Contains("全省统一编制", versions, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    [Trait("Rule", "CAT-05")]
    public async Task The_difference_report_and_the_catalog_are_exported()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        await town.OfferAsync([.. Localised, new { field = "committedLimit", text = "7" }]);
        var catalog = $"/{town.Province.Slug}/workbench/catalog";
        Assert.Contains($"{catalog}/differences/export?item={Pledge}", await town.Compiler.TextAsync($"{catalog}/differences?item={Pledge}"), StringComparison.Ordinal);

        var report = await ExportTests.RowsAsync(town.Compiler, $"{catalog}/differences/export?item={Pledge}");
        var offered = await ExportTests.RowsAsync(town.Editor, $"/{town.Mianyang.Slug}/workbench/catalog/export?q={Pledge}");
        using var nothing = await town.Compiler.GetAsync($"{catalog}/differences/export?item=nothing");

        Assert.Contains(report, row => row[2] == "绵阳市" && row[5] == "7 个工作日" && row[6] == "是");
        Assert.Contains(report, row => row[2] == "成都市" && row[5] == "10 个工作日" && row[6] == "否");
        Assert.Equal(Pledge, Assert.Single(offered.Skip(1))[1]);
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    private static Task<HttpResponseMessage> SubmitAsync(Visitor visitor, string page, string action, Dictionary<string, string> fields) => visitor.SubmitAsync(page, action, fields);

    /// <summary>The first address of this kind a page links to or posts to.</summary>
    private static string HrefIn(string page, string part) => First(page, "href", part);

    private static string ActionIn(string page, string part) => First(page, "action", part);

    private static string First(string page, string attribute, string part) =>
        WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page, $"{attribute}=\"([^\"]*{System.Text.RegularExpressions.Regex.Escape(part)}[^\"]*)\"").Groups[1].Value);

    private static Dictionary<string, string> Own(string name) => new()
    {
        ["code"] = "MY-01",
        ["name"] = name,
        ["directory"] = "知识产权贯标",
        ["audience"] = "企业",
        ["content"] = "上门辅导贯标",
        ["form"] = "上门",
        ["charge"] = "free",
        ["materials"] = "不需要",
        ["flow"] = "预约、上门",
        ["limitDays"] = "5",
        ["complaintPhone"] = "0816-000 0000",
        ["department"] = "绵阳市知识产权公共服务平台",
        ["sharing"] = "kept",
        ["effectiveOn"] = "",
        ["reason"] = "本地高频需求",
        ["act"] = "review",
    };

    private static Dictionary<string, string> Base() => new()
    {
        ["code"] = "SC-IP-04",
        ["name"] = "专利优先审查",
        ["category"] = "知识产权创造",
        ["audience"] = "企业",
        ["content"] = "推荐优先审查",
        ["form"] = "网上",
        ["platformRole"] = "AcceptAndForward",
        ["materials"] = "申请表 | 一式两份\n身份证明",
        ["flow"] = "申请、核验、推荐",
        ["way"] = "网上全程",
        ["supervision"] = "好差评",
        ["bundle"] = "4",
        ["caseType"] = "Promised",
        ["visits"] = "0",
        ["limitDays"] = "10",
        ["charge"] = "不收费",
        ["kinds"] = "City",
        ["openFields"] = "committedLimit",
        ["effectiveOn"] = "",
        ["reason"] = "全省统一编制",
        ["act"] = "try",
    };
}
