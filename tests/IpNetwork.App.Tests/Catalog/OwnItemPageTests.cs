using System.Net;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Xunit;
using static IpNetwork.App.Tests.Catalog.CatalogTown;

namespace IpNetwork.App.Tests.Catalog;

/// <summary>What happens to a node's own item after its first publication, through pages and plain forms.</summary>
public sealed class OwnItemPageTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    private const string Code = "MY-01";

    [Fact]
    [Trait("Rule", "CAT-08")]
    public async Task A_published_own_item_is_revised_to_its_next_version()
    {
        using var town = await FoundAsync(host);
        await town.OwnAsync(Code);
        var (item, revise) = (Item(town), $"{Own(town)}/draft");

        using var drafted = await town.Editor.SubmitAsync(item, revise, Written("上门辅导两天"));
        var review = Assert.IsType<Uri>(drafted.Headers.Location).ToString();
        Assert.Contains("上门辅导两天", await town.Editor.TextAsync(review), StringComparison.Ordinal);
        Assert.Contains("0816-000 0001", await town.Editor.TextAsync(review), StringComparison.Ordinal);
        using var published = await town.Editor.SubmitAsync(review, ActionIn(await town.Editor.TextAsync(review)), new Dictionary<string, string>());

        Assert.Equal(item, published.Headers.Location?.ToString());
        var offering = await town.OfferingAsync(Code);
        Assert.Equal(2, offering["version"]!.GetValue<int>());
        Assert.Equal("上门辅导两天", Field(offering, "content")["value"]!.GetValue<string>());
        Assert.Equal("涪城区示例路 1 号", Field(offering, "address")["value"]!.GetValue<string>());
        Assert.Contains("改得更细", await town.Editor.TextAsync($"{Own(town)}/versions"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-04")]
    public async Task An_own_item_written_on_the_page_can_be_had_once_its_counter_is_filled()
    {
        using var town = await FoundAsync(host);
        var start = $"/{town.Mianyang.Slug}/workbench/catalog/own/new";
        var form = Written("上门辅导");
        form["code"] = Code;

        using var drafted = await town.Editor.SubmitAsync(start, start, form);
        var review = Assert.IsType<Uri>(drafted.Headers.Location).ToString();
        Assert.Contains("还差 1 项：办理窗口", await town.Editor.TextAsync(review), StringComparison.Ordinal);
        using var published = await town.Editor.SubmitAsync(review, ActionIn(await town.Editor.TextAsync(review)), new Dictionary<string, string>());
        Assert.False((await town.OfferingAsync(Code))["isOffered"]!.GetValue<bool>());
        form["window"] = "12 号窗";
        using var revised = await town.Editor.SubmitAsync(Item(town), $"{Own(town)}/draft", form);
        var second = Assert.IsType<Uri>(revised.Headers.Location).ToString();
        using var again = await town.Editor.SubmitAsync(second, ActionIn(await town.Editor.TextAsync(second)), new Dictionary<string, string>());

        Assert.True((await town.OfferingAsync(Code))["isOffered"]!.GetValue<bool>());
    }

    [Fact]
    [Trait("Rule", "CAT-06")]
    public async Task Revising_keeps_what_was_typed_when_it_is_refused()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        await town.OwnAsync(Code);
        var form = Written("没有丢");
        form["name"] = "商标质押登记";

        using var refused = await town.Editor.SubmitAsync(Item(town), $"{Own(town)}/draft", form);

        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("没有丢", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#f-name\"", page, StringComparison.Ordinal);
        Assert.Contains($"/workbench/catalog/{Pledge}", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-10")]
    public async Task An_own_item_is_suspended_with_a_reason_cancelled_and_restored()
    {
        using var town = await FoundAsync(host);
        await town.OwnAsync(Code);

        using var silent = await TurnAsync(town, "suspension", null);
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        Assert.Contains("id=\"f-reason-e\"", await silent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("InUse", await StateAsync(town));
        foreach (var (noun, state) in new[] { ("suspension", "Suspended"), ("cancellation", "Cancelled"), ("restoration", "InUse") })
        {
            using var turned = await TurnAsync(town, noun, $"因为{noun}");
            Assert.Equal($"{Own(town)}/versions", turned.Headers.Location?.ToString());
            Assert.Equal(state, await StateAsync(town));
        }

        Assert.Contains("因为cancellation", await town.Editor.TextAsync($"{Own(town)}/versions"), StringComparison.Ordinal);
        using var unchanged = await TurnAsync(town, "restoration", "再来一次");
        Assert.Equal(HttpStatusCode.Conflict, unchanged.StatusCode);
        Assert.Contains("已经是「在用」", await unchanged.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-08")]
    public async Task A_past_day_is_refused_beside_its_field()
    {
        using var town = await FoundAsync(host);
        await town.OwnAsync(Code);
        var page = $"{Own(town)}/suspension";

        using var refused = await town.Editor.SubmitAsync(page, page, new Dictionary<string, string> { ["effectiveOn"] = "2020-01-01", ["reason"] = "系统升级" });

        var text = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("id=\"f-effectiveOn-e\"", text, StringComparison.Ordinal);
        Assert.Contains("系统升级", text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-06")]
    public async Task An_unpublished_own_item_is_listed_and_can_be_given_up()
    {
        using var town = await FoundAsync(host);
        using var drafted = await town.TryOwnAsync(Code);
        var id = (await ReadAsync(drafted, HttpStatusCode.Created))["id"]!.GetValue<string>();
        var (index, draft) = ($"/{town.Mianyang.Slug}/workbench/catalog", $"/{town.Mianyang.Slug}/workbench/catalog/own/{id}");

        Assert.Contains(draft, await town.Editor.TextAsync(index), StringComparison.Ordinal);
        Assert.Contains($"{draft}/discard", await town.Editor.TextAsync(draft), StringComparison.Ordinal);
        using var discarded = await town.Editor.SubmitAsync($"{draft}/discard", $"{draft}/discard", new Dictionary<string, string>());

        Assert.Equal(index, discarded.Headers.Location?.ToString());
        Assert.DoesNotContain(draft, await town.Editor.TextAsync(index), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await town.Editor.GetAsync(draft)).StatusCode);
    }

    [Fact]
    [Trait("Rule", "CAT-06")]
    public async Task Who_may_not_edit_reads_an_own_item_as_text_and_the_node_below_reads_whose_it_is()
    {
        using var town = await FoundAsync(host);
        await town.OwnAsync(Code, shared: true);
        using var clerk = await town.Given.StaffAsync(town.Mianyang, Role.WindowClerk);
        using var below = await town.Given.StaffAsync(town.Station, Role.CatalogEditor);

        var read = await clerk.TextAsync(Item(town));
        var shared = await below.TextAsync($"/{town.Station.Slug}/workbench/catalog/{Code}");
        using var forbidden = await clerk.GetAsync($"{Own(town)}/suspension");
        using var notTheirs = await below.GetAsync($"/{town.Station.Slug}/workbench/catalog/own/{Code}/suspension");

        Assert.All([read, shared], page =>
        {
            Assert.Contains("为出质人和质权人办理登记的受理与转送", page, StringComparison.Ordinal);
            Assert.DoesNotContain("name=\"content\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("/suspension", page, StringComparison.Ordinal);
        });
        Assert.Contains("绵阳市共享的特色服务", shared, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, notTheirs.StatusCode);
    }

    private static string Item(CatalogTown town) => $"/{town.Mianyang.Slug}/workbench/catalog/{Code}";

    private static string Own(CatalogTown town) => $"/{town.Mianyang.Slug}/workbench/catalog/own/{Code}";

    private static async Task<HttpResponseMessage> TurnAsync(CatalogTown town, string noun, string? reason)
    {
        var page = $"{Own(town)}/{noun}";
        var fields = new Dictionary<string, string> { ["effectiveOn"] = "" };
        if (reason is not null)
        {
            fields["reason"] = reason;
        }

        return await town.Editor.SubmitAsync(page, page, fields);
    }

    private static async Task<string> StateAsync(CatalogTown town) => (await town.OfferingAsync(Code))["state"]!.GetValue<string>();

    private static string ActionIn(string page) =>
        WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page, "action=\"([^\"]*/publish[^\"]*)\"").Groups[1].Value);

    private static Dictionary<string, string> Written(string content) => new()
    {
        ["name"] = "贯标辅导",
        ["directory"] = "知识产权贯标",
        ["audience"] = "企业",
        ["content"] = content,
        ["form"] = "上门",
        ["charge"] = "free",
        ["materials"] = "不需要",
        ["flow"] = "预约\n上门",
        ["limitDays"] = "5",
        ["complaintPhone"] = "0816-000 0000",
        ["department"] = "绵阳市知识产权公共服务平台",
        ["address"] = "涪城区示例路 1 号",
        ["hours"] = "工作日 9:00—17:00",
        ["phone"] = "0816-000 0001",
        ["sharing"] = "kept",
        ["effectiveOn"] = "",
        ["reason"] = "改得更细",
        ["act"] = "review",
    };
}
