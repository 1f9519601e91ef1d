using System.Net;
using System.Text.Json.Nodes;
using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpNetwork.App.Tests.Nodes;

public sealed class OrderTests(NetworkHost host) : IClassFixture<NetworkHost>
{
    private readonly Given given = new(host);

    [Fact]
    [Trait("Rule", "NET-07")]
    public async Task A_moved_node_takes_its_subtree_along_and_keeps_its_history()
    {
        var (province, city, other) = await NetworkAsync();
        var park = await given.ParkAsync(city);
        var station = await given.WorkstationAsync(park);
        using var leader = await given.StaffAsync(province, Role.Leader);
        using var clerk = await given.StaffAsync(station, Role.WindowClerk);

        using var moved = await OrderAsync(leader, province, park, "relocation", new { parent = other.Slug, divisionCode = "510600", effectiveOn = "2026-01-05", reason = "区划调整", documentNumber = "川府函〔2026〕1号" });

        Assert.Equal(HttpStatusCode.NoContent, moved.StatusCode);
        Assert.Equal(other.Slug, (await leader.JsonAsync(park.Api))["parent"]!.GetValue<string>());
        var paths = await PathsAsync(station);
        Assert.Equal($"/{province.Id}/{other.Id}/{park.Id}/{station.Id}/", paths);
        var history = (await leader.JsonAsync($"{park.Api}/history"))["items"]!.AsArray();
        Assert.Contains(history, h => Text(h, "what") == "上级" && Text(h, "from") == "绵阳" && Text(h, "to") == "德阳" && Text(h, "documentNumber") == "川府函〔2026〕1号");
        Assert.Single((await clerk.JsonAsync("/api/v1/session"))["memberships"]!.AsArray());
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"{station.Api}/subtree")).StatusCode);
        Assert.Equal("nodes.followed", await LastVerbAsync(station));
    }

    [Fact]
    [Trait("Rule", "NET-01")]
    public async Task A_refused_move_moves_nothing()
    {
        var (province, city, other) = await NetworkAsync();
        var park = await given.ParkAsync(city);
        using var leader = await given.StaffAsync(province, Role.Leader);

        using var refused = await OrderAsync(leader, province, park, "relocation", new { parent = other.Slug, effectiveOn = "2026-01-05", reason = "区划调整", documentNumber = "川府函〔2026〕1号" });

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("INVALID_PARENT", await CodeAsync(refused));
        Assert.Equal(city.Slug, (await leader.JsonAsync(park.Api))["parent"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public async Task An_order_from_before_the_founding_is_refused()
    {
        var (province, city, _) = await NetworkAsync();
        using var leader = await given.StaffAsync(province, Role.Leader);

        using var refused = await OrderAsync(leader, province, city, "renaming", new { placeName = "绵州市", shortName = "绵州", effectiveOn = "2019-12-31", reason = "更名", documentNumber = "川府函〔2019〕1号" });

        Assert.Equal("BAD_DATE", await CodeAsync(refused));
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public async Task A_renamed_city_keeps_its_old_plate_in_its_history()
    {
        var (province, city, _) = await NetworkAsync();
        using var leader = await given.StaffAsync(province, Role.Leader);
        using var first = await OrderAsync(leader, province, city, "renaming", new { placeName = "绵阳市", shortName = "绵阳", effectiveOn = "2026-01-05", reason = "定名", documentNumber = "川知〔2026〕1号" });
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);

        using var second = await OrderAsync(leader, province, city, "renaming", new { placeName = "绵州市", shortName = "绵州", effectiveOn = "2026-02-05", reason = "更名", documentNumber = "川知〔2026〕2号" });

        Assert.Equal(HttpStatusCode.NoContent, second.StatusCode);
        Assert.Equal("四川省（绵州）知识产权公共服务平台", (await leader.JsonAsync(city.Api))["officialName"]!.GetValue<string>());
        var history = (await leader.JsonAsync($"{city.Api}/history"))["items"]!.AsArray();
        Assert.Contains(history, h => Text(h, "what") == "正式名称" && Text(h, "from") == "四川省（绵阳）知识产权公共服务平台");
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public async Task A_merged_nodes_address_answers_and_says_where_to_go()
    {
        var (province, city, _) = await NetworkAsync();
        var (park, into) = (await given.ParkAsync(city), await given.ParkAsync(city, "绵阳经济技术开发区"));
        using var leader = await given.StaffAsync(province, Role.Leader);

        using var merged = await OrderAsync(leader, province, park, "merger", new { into = into.Slug, effectiveOn = "2026-01-05", reason = "合并", documentNumber = "川知〔2026〕3号" });

        Assert.Equal(HttpStatusCode.NoContent, merged.StatusCode);
        var shown = await leader.JsonAsync(park.Api);
        Assert.Equal(("Merged", into.Slug), (Text(shown, "status"), Text(shown, "mergedInto")));
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public async Task A_suspended_node_returns_to_what_it_was()
    {
        var (province, city, _) = await NetworkAsync();
        using var leader = await given.StaffAsync(province, Role.Leader);
        using var suspended = await OrderAsync(leader, province, city, "suspension", new { until = "2027-01-05", effectiveOn = "2026-01-05", reason = "搬迁", documentNumber = "川知〔2026〕4号" });
        Assert.Equal("Suspended", Text(await leader.JsonAsync(city.Api), "status"));

        using var resumed = await OrderAsync(leader, province, city, "resumption", new { effectiveOn = "2026-02-05", reason = "搬迁完成", documentNumber = "川知〔2026〕5号" });

        Assert.Equal("Operating", Text(await leader.JsonAsync(city.Api), "status"));
    }

    [Fact]
    [Trait("Rule", "NET-02")]
    public async Task A_city_may_order_nothing_about_another_citys_child()
    {
        var (_, city, other) = await NetworkAsync();
        var park = await given.ParkAsync(city);
        using var manager = await given.StaffAsync(other, Role.Manager);

        using var refused = await manager.PostAsync($"{other.Api}/network/{park.Slug}/renaming", new { placeName = "x", shortName = "x" }, version: "\"1\"");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("FORBIDDEN_SCOPE", await CodeAsync(refused));
    }

    [Fact]
    [Trait("Rule", "NET-02")]
    public async Task A_city_may_not_move_even_its_own_child()
    {
        var (_, city, other) = await NetworkAsync();
        var park = await given.ParkAsync(city);
        using var manager = await given.StaffAsync(city, Role.Manager);

        using var refused = await OrderAsync(manager, city, park, "relocation", new { parent = other.Slug, effectiveOn = "2026-01-05", reason = "区划调整", documentNumber = "1号" });

        Assert.Equal("FORBIDDEN_SCOPE", await CodeAsync(refused));
    }

    [Fact]
    [Trait("Rule", "NET-01")]
    public async Task A_founded_node_is_a_tenant_of_its_own_and_a_retry_founds_no_second()
    {
        var (province, city, _) = await NetworkAsync();
        using var leader = await given.StaffAsync(province, Role.Leader);
        var slug = $"gx-{Random.Shared.Next():x}";
        var body = new { kind = "KeyPark", parent = city.Slug, slug, placeName = "绵阳高新技术产业开发区", shortName = "绵阳高新区", divisionCode = "510700", effectiveOn = "2026-01-05", reason = "新设", documentNumber = "川知〔2026〕6号" };
        var key = Guid.NewGuid().ToString("n");

        using var founded = await leader.PostAsync($"{province.Api}/network", body, key);
        using var again = await leader.PostAsync($"{province.Api}/network", body, key);

        Assert.Equal(HttpStatusCode.Created, founded.StatusCode);
        Assert.Equal($"/api/v1/nodes/{slug}", founded.Headers.Location!.ToString());
        Assert.Equal(founded.Headers.Location, again.Headers.Location);
        var node = await leader.JsonAsync($"/api/v1/nodes/{slug}");
        Assert.Equal(("Qualified", city.Slug, "四川省（绵阳高新区）知识产权公共服务平台"), (Text(node, "status"), Text(node, "parent"), Text(node, "officialName")));
    }

    [Theory]
    [Trait("Rule", "NET-01")]
    [InlineData("choose-node", "SLUG_RESERVED")]
    [InlineData("api", "SLUG_RESERVED")]
    [InlineData("Bad Slug", "BAD_SLUG")]
    public async Task A_reserved_or_malformed_slug_is_refused(string slug, string code)
    {
        var (province, city, _) = await NetworkAsync();
        using var leader = await given.StaffAsync(province, Role.Leader);

        using var refused = await leader.PostAsync($"{province.Api}/network", new { kind = "KeyPark", parent = city.Slug, slug, placeName = "绵阳高新技术产业开发区", shortName = "绵阳高新区", divisionCode = "510700", effectiveOn = "2026-01-05", reason = "新设", documentNumber = "1号" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(code, await CodeAsync(refused));
    }

    [Fact]
    public async Task An_order_made_from_a_stale_page_is_refused()
    {
        var (province, city, _) = await NetworkAsync();
        using var leader = await given.StaffAsync(province, Role.Leader);

        using var refused = await leader.PostAsync($"{province.Api}/network/{city.Slug}/suspension", new { until = "2027-01-05", effectiveOn = "2026-01-05", reason = "搬迁", documentNumber = "1号" }, version: "\"1\"");

        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public async Task The_province_orders_from_a_page_too()
    {
        var (province, city, _) = await NetworkAsync();
        using var leader = await given.StaffAsync(province, Role.Leader);
        var page = $"/{province.Slug}/workbench/network/{city.Slug}/suspension";

        using var wrong = await leader.SubmitAsync(page, page, new Dictionary<string, string> { ["until"] = "2027-01-05", ["effectiveOn"] = "2026-01-05", ["reason"] = "", ["documentNumber"] = "川知〔2026〕7号" });
        using var done = await leader.SubmitAsync(page, page, new Dictionary<string, string> { ["until"] = "2027-01-05", ["effectiveOn"] = "2026-01-05", ["reason"] = "搬迁", ["documentNumber"] = "川知〔2026〕7号" });

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("川知〔2026〕7号", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("暂停服务", await leader.TextAsync($"/{province.Slug}/workbench/network"), StringComparison.Ordinal);
    }

    private async Task<(TestNode Province, TestNode City, TestNode Other)> NetworkAsync()
    {
        var province = await given.ProvinceAsync();
        return (province, await given.CityAsync(province), await given.CityAsync(province, "德阳市", "510600"));
    }

    private static async Task<HttpResponseMessage> OrderAsync(Visitor visitor, TestNode acting, TestNode affected, string act, object body)
    {
        using var shown = await visitor.GetAsync($"{acting.Api}/network/{affected.Slug}");
        return await visitor.PostAsync($"{acting.Api}/network/{affected.Slug}/{act}", body, version: shown.Headers.ETag?.ToString());
    }

    private Task<string> PathsAsync(TestNode node) => given.InAsync(node.Tenant, services =>
        services.GetRequiredService<NetworkDb>().Set<Domain.Nodes.Node>().Where(n => n.Id == node.Id).Select(n => n.Path).SingleAsync());

    private Task<string> LastVerbAsync(TestNode node) => given.InAsync(node.Tenant, services =>
        services.GetRequiredService<NetworkDb>().Set<AuditEvent>().Where(e => e.Verb.StartsWith("nodes.")).OrderByDescending(e => e.Id).Select(e => e.Verb).FirstAsync());

    private static string? Text(JsonNode? node, string name) => node?[name]?.GetValue<string>();

    private static async Task<string?> CodeAsync(HttpResponseMessage response) => Text(JsonNode.Parse(await response.Content.ReadAsStringAsync()), "code");
}
