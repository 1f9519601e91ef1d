using System.Net;
using IpNetwork.Domain.Staff;
using Xunit;
using static IpNetwork.App.Tests.Catalog.CatalogTown;

namespace IpNetwork.App.Tests.Catalog;

/// <summary>The ten tests of the domain's section 8.2 in their order, from request to answer.</summary>
public sealed class InheritanceTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    [Fact]
    [Trait("Rule", "CAT-02")]
    public async Task T01_What_the_province_publishes_is_seen_at_Mianyang_at_once()
    {
        using var town = await FoundAsync(host);

        await town.PublishBaseAsync();

        var item = await town.OfferingAsync();
        Assert.Equal("商标质押登记", item["name"]!.GetValue<string>());
        Assert.Equal(town.Province.Slug, item["ownedBy"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Rule", "CAT-04")]
    public async Task T02_The_address_Mianyang_sets_is_merged_into_the_province_s_item()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();

        await town.OfferAsync(new { field = "address", text = "涪城区示例路 1 号" });

        var item = await town.OfferingAsync();
        Assert.Equal("涪城区示例路 1 号", Field(item, "address")["value"]!.GetValue<string>());
        Assert.Equal(town.Mianyang.Slug, Field(item, "address")["origin"]!["node"]!.GetValue<string>());
        Assert.Equal("Province", Field(item, "content")["origin"]!["kind"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Rule", "CAT-03")]
    public async Task T03_Mianyang_cannot_edit_the_service_content()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();

        using var response = await town.DraftOfferingAsync([new { field = "content", text = "别的内容" }]);

        await RefusedAsync(response, HttpStatusCode.Conflict, "FIELD_LOCKED", "content");
    }

    [Fact]
    [Trait("Rule", "CAT-05")]
    public async Task T04_An_opened_limit_may_go_from_10_to_7_but_not_to_12()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        await town.OfferAsync(new { field = "committedLimit", text = "7" });

        Assert.Equal("7 个工作日", Field(await town.OfferingAsync(), "committedLimit")["value"]!.GetValue<string>());
        using var longer = await town.DraftOfferingAsync([new { field = "committedLimit", text = "12" }]);
        await RefusedAsync(longer, HttpStatusCode.Conflict, "LIMIT_LOOSENED", "committedLimit");
        using var more = await town.DraftOfferingAsync([new { field = "materials", list = new[] { "form", "photo" } }]);
        await RefusedAsync(more, HttpStatusCode.Conflict, "MATERIAL_ADDED", "materials");
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    public async Task T05_When_the_province_shortens_to_6_a_local_7_is_set_aside_until_the_node_decides()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        await town.OfferAsync(new { field = "committedLimit", text = "7" });

        await town.PublishBaseAsync(Content(limit: 6));

        var limit = Field(await town.OfferingAsync(), "committedLimit");
        Assert.Equal("6 个工作日", limit["value"]!.GetValue<string>());
        Assert.Equal("7 个工作日", limit["setAside"]!["localValue"]!.GetValue<string>());
        var conflict = Assert.Single((await town.Editor.JsonAsync($"{town.Mianyang.Api}/conflicts"))["items"]!.AsArray())!;
        Assert.Equal((Pledge, "committedLimit", false), (conflict["code"]!.GetValue<string>(), conflict["field"]!.GetValue<string>(), conflict["isOverdue"]!.GetValue<bool>()));

        using var decided = await town.Editor.PostAsync($"{town.Mianyang.Api}/offerings/{Pledge}/conflict-decision", new { field = "committedLimit", answer = "Tighten", value = "5" });
        await ReadAsync(decided, HttpStatusCode.Created);
        Assert.Empty((await town.Editor.JsonAsync($"{town.Mianyang.Api}/conflicts"))["items"]!.AsArray());
        Assert.Equal("5 个工作日", Field(await town.OfferingAsync(), "committedLimit")["value"]!.GetValue<string>());
        using var again = await town.Editor.PostAsync($"{town.Mianyang.Api}/offerings/{Pledge}/conflict-decision", new { field = "committedLimit", answer = "TakeProvince" });
        await RefusedAsync(again, HttpStatusCode.Conflict, "NO_CONFLICT", "committedLimit");
    }

    [Fact]
    [Trait("Rule", "CAT-08")]
    public async Task T06_What_held_yesterday_is_still_answered_for_yesterday()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        var before = Uri.EscapeDataString(host.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", System.Globalization.CultureInfo.InvariantCulture));

        await town.PublishBaseAsync(Content(limit: 6));

        Assert.Equal(1, (await town.OfferingAsync(query: $"?at={before}"))["version"]!.GetValue<int>());
        Assert.Equal(2, (await town.OfferingAsync())["version"]!.GetValue<int>());
    }

    [Fact]
    [Trait("Rule", "CAT-10")]
    public async Task T07_A_cancelled_item_is_gone_everywhere_and_says_why()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();

        using var cancelled = await town.Compiler.PostAsync($"{town.Province.Api}/base-items/{Pledge}/cancellation", new { reason = "登记改由国家局直接办理" });

        Assert.NotEmpty((await ReadAsync(cancelled, HttpStatusCode.Created))["warnings"]!.AsArray());
        using var elsewhere = await town.Given.StaffAsync(town.Chengdu, Role.Auditor);
        Assert.Empty((await elsewhere.JsonAsync($"{town.Chengdu.Api}/offerings"))["items"]!.AsArray());
        var item = await elsewhere.JsonAsync($"{town.Chengdu.Api}/offerings/{Pledge}");
        Assert.Equal(("Cancelled", "登记改由国家局直接办理"), (item["state"]!.GetValue<string>(), item["reason"]!.GetValue<string>()));
        using var again = await town.Compiler.PostAsync($"{town.Province.Api}/base-items/{Pledge}/cancellation", new { reason = "再取消一次" });
        await RefusedAsync(again, HttpStatusCode.Conflict, "ITEM_STATE_UNCHANGED");
        using var restored = await town.Compiler.PostAsync($"{town.Province.Api}/base-items/{Pledge}/restoration", new { reason = "恢复办理" });
        await ReadAsync(restored, HttpStatusCode.Created);
        Assert.Single((await elsewhere.JsonAsync($"{town.Chengdu.Api}/offerings"))["items"]!.AsArray());
    }

    [Theory]
    [Trait("Rule", "CAT-06")]
    [InlineData("专利预审", "MY-09", "name")]
    [InlineData(" 专利 预审 ", "MY-09", "name")]
    [InlineData("另一个名称", "ＳＣ-ip-02", "code")]
    public async Task T08_Mianyang_cannot_create_the_province_s_item_as_its_own(string name, string code, string field)
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync(Content("专利预审"), "SC-IP-02");

        using var response = await town.TryOwnAsync(code, OwnContent(name));

        await RefusedAsync(response, HttpStatusCode.Conflict, "DUPLICATE_OF_BASE", field);
    }

    [Fact]
    [Trait("Rule", "CAT-02")]
    [Trait("Rule", "CAT-06")]
    public async Task T09_A_workstation_sees_base_items_for_workstations_and_what_Mianyang_shares_downward()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        await town.PublishBaseAsync(Content("专利优先审查", kinds: ["City"]), "SC-IP-04");
        await town.OwnAsync("MY-01", shared: true);
        await town.OwnAsync("MY-02", OwnContent("涉外维权沙龙"));
        using var clerk = await town.Given.StaffAsync(town.Station, Role.WindowClerk);

        var items = (await clerk.JsonAsync($"{town.Station.Api}/offerings"))["items"]!.AsArray();

        Assert.Equal([Pledge, "MY-01"], items.Select(item => item!["code"]!.GetValue<string>()));
        Assert.True(items[1]!["isShared"]!.GetValue<bool>());
    }

    [Fact]
    [Trait("Rule", "CAT-02")]
    [Trait("Rule", "CAT-04")]
    public async Task T10_A_node_plated_today_has_the_whole_base_catalog_not_localised()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        await town.PublishBaseAsync(Content("专利预审"), "SC-IP-02");

        var fresh = await town.Given.CityAsync(town.Province, "广元市", "510800");
        using var editor = await town.Given.StaffAsync(fresh, Role.CatalogEditor);

        var items = (await editor.JsonAsync($"{fresh.Api}/offerings?show=NotLocalised"))["items"]!.AsArray();
        Assert.Equal(2, items.Count);
        Assert.All(items, item => Assert.Equal(["department", "address"], item!["missing"]!.AsArray().Select(field => field!.GetValue<string>())));
    }
}
