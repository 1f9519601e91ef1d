using System.Net;
using IpNetwork.Domain.Staff;
using Xunit;
using static IpNetwork.App.Tests.Catalog.CatalogTown;

namespace IpNetwork.App.Tests.Catalog;

/// <summary>From a node's own item to the province's, and what a change would touch on the way.</summary>
public sealed class PromotionTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    [Fact]
    [Trait("Rule", "CAT-12")]
    public async Task A_proven_item_becomes_the_province_s_and_its_origin_stays_visible()
    {
        using var town = await FoundAsync(host);
        await town.OwnAsync("MY-01");

        using var proposed = await town.Editor.PostAsync($"{town.Mianyang.Api}/own-items/MY-01/promotion", new { usage = "一年办了 120 件", opinion = "各地都需要" });
        await ReadAsync(proposed, HttpStatusCode.Created);
        using var retried = await town.Editor.PostAsync($"{town.Mianyang.Api}/own-items/MY-01/promotion", new { usage = "一年办了 120 件", opinion = "各地都需要" });
        Assert.Equal(proposed.Headers.Location, retried.Headers.Location);
        using var other = await town.Editor.PostAsync($"{town.Mianyang.Api}/own-items/MY-01/promotion", new { usage = "别的数字" });
        await RefusedAsync(other, HttpStatusCode.Conflict, "ALREADY_PROPOSED");

        var proposal = Assert.Single((await town.Compiler.JsonAsync($"{town.Province.Api}/promotions"))["items"]!.AsArray())!;
        Assert.Equal(town.Mianyang.Slug, proposal["origin"]!.GetValue<string>());
        var path = $"{town.Province.Api}/promotions/{proposal["id"]!.GetValue<string>()}";
        using var silent = await town.Compiler.PostAsync($"{path}/refusal", new { reason = " " });
        await RefusedAsync(silent, HttpStatusCode.BadRequest, "REASON_REQUIRED", "reason");
        using var adopted = await town.Compiler.PostAsync($"{path}/adoption", new { code = "SC-IP-40", reason = "成效明显" });
        await ReadAsync(adopted, HttpStatusCode.Created);
        using var again = await town.Compiler.PostAsync($"{path}/adoption", new { code = "SC-IP-41", reason = "成效明显" });
        await RefusedAsync(again, HttpStatusCode.Conflict, "ALREADY_DECIDED");

        var location = adopted.Headers.Location!.ToString();
        using var opened = await town.Compiler.GetAsync(location);
        var content = Content("贯标辅导");
        using var written = await town.Compiler.PutAsync(location, new { content }, opened.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NoContent, written.StatusCode);
        using var published = await town.Compiler.PostAsync($"{location}/publication", new { reason = "升为全省事项" });
        await ReadAsync(published, HttpStatusCode.Created);

        var version = (await town.Compiler.JsonAsync($"{town.Province.Api}/base-items/SC-IP-40/versions"))["items"]![0]!;
        Assert.Equal(town.Mianyang.Slug, version["promotedFrom"]!.GetValue<string>());
        Assert.DoesNotContain((await town.Editor.JsonAsync($"{town.Mianyang.Api}/offerings"))["items"]!.AsArray(), item => item!["code"]!.GetValue<string>() == "MY-01");
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    public async Task What_if_names_the_nodes_and_conflicts_and_changes_nothing()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        await town.OfferAsync(new { field = "committedLimit", text = "7" });
        var draft = await town.DraftBaseAsync(Content(limit: 6));

        var trial = await town.Compiler.JsonAsync($"{town.Province.Api}/base-items/drafts/{draft}/what-if");

        Assert.Equal([town.Mianyang.Slug], trial["offeringsTouched"]!.AsArray().Select(node => node!.GetValue<string>()));
        var conflict = Assert.Single(trial["newConflicts"]!.AsArray())!;
        Assert.Equal(("committedLimit", "7 个工作日", "6 个工作日"), (conflict["field"]!.GetValue<string>(), conflict["localValue"]!.GetValue<string>(), conflict["provinceValue"]!.GetValue<string>()));
        Assert.Equal(3, trial["reached"]!.AsArray().Count);
        Assert.Equal("7 个工作日", Field(await town.OfferingAsync(), "committedLimit")["value"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Rule", "CAT-05")]
    public async Task The_difference_report_shows_who_promises_more()
    {
        using var town = await FoundAsync(host);
        await town.PublishBaseAsync();
        await town.OfferAsync([.. Localised, new { field = "committedLimit", text = "7" }]);

        var report = await town.Compiler.JsonAsync($"{town.Province.Api}/base-items/{Pledge}/differences");

        Assert.Equal((1, 1, 2), (report["offered"]!.GetValue<int>(), report["tightened"]!.GetValue<int>(), report["notLocalised"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_stranger_node_s_draft_is_as_absent_as_one_that_never_was()
    {
        using var town = await FoundAsync(host);
        using var drafted = await town.TryOwnAsync("MY-01");
        var id = (await ReadAsync(drafted, HttpStatusCode.Created))["id"]!.GetValue<string>();
        using var stranger = await town.Given.StaffAsync(town.Chengdu, Role.CatalogEditor);

        using var theirs = await stranger.GetAsync($"{town.Chengdu.Api}/own-items/{id}");
        using var none = await stranger.GetAsync($"{town.Chengdu.Api}/own-items/{Guid.NewGuid()}");

        Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
        Assert.Equal(await none.Content.ReadAsStringAsync(), await theirs.Content.ReadAsStringAsync());
    }
}
