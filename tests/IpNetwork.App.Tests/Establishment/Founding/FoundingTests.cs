using System.Net;
using IpNetwork.App.Data;
using IpNetwork.App.Tests.Establishment.Deciding;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpNetwork.App.Tests.Establishment.Founding;

/// <summary>From acceptance to a node that waits for its plate, by itself.</summary>
public sealed class FoundingTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    private const string ManagersPhone = "13800000000";

    [Fact]
    [Trait("Rule", "ACC-01")]
    public async Task An_accepted_application_becomes_a_qualified_node_with_its_manager_invited()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var post = new Post(host);
        var (_, slug) = await AcceptedAsync(town);

        await post.DeliverAsync();

        var node = await town.Leader.JsonAsync($"/api/v1/nodes/{slug}");
        Assert.Equal(("Qualified", town.City.Slug, "County"), (node["status"]!.GetValue<string>(), node["parent"]!.GetValue<string>(), node["kind"]!.GetValue<string>()));
        Assert.Single(await post.LinksAsync(await post.TenantAsync(slug), ManagersPhone));
        Assert.DoesNotContain("另定网址名", await ToDosAsync(town), StringComparison.Ordinal);
        Assert.Contains("已邀请唐负责，还没有到位", await ToDosAsync(town), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "ACC-01")]
    public async Task An_acceptance_told_twice_founds_one_node_and_invites_once()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var post = new Post(host);
        var (number, slug) = await AcceptedAsync(town);
        await post.DeliverAsync();

        await post.AgainAsync(town.Province, "establishment.accepted", number);
        await post.AgainAsync(new(default, slug, NodeKind.County, "", await NodeAsync(slug)), "nodes.founded", slug);
        await post.DeliverAsync();

        Assert.Equal(1, await FoundedAsync(number));
        Assert.Equal(0, await town.HappenedAsync("nodes.founding-refused"));
        Assert.Single(await post.LinksAsync(await post.TenantAsync(slug), ManagersPhone));
    }

    [Fact]
    [Trait("Rule", "ACC-01")]
    public async Task Two_accepted_at_once_become_two_nodes_with_ids_of_their_own()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var post = new Post(host);
        var (first, second) = (await AcceptedAsync(town), await AcceptedAsync(town));

        await Task.WhenAll(
            post.AgainAsync(town.Province, "establishment.accepted", first.Number),
            post.AgainAsync(town.Province, "establishment.accepted", second.Number),
            post.AgainAsync(town.Province, "establishment.accepted", first.Number));

        Assert.Equal((1, 1), (await FoundedAsync(first.Number), await FoundedAsync(second.Number)));
        var ids = new[] { (await NodeAsync(first.Slug)).Id.Value, (await NodeAsync(second.Slug)).Id.Value };
        Assert.Equal(2, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(id >= IpNetwork.Domain.Nodes.Founding.FirstAllocatedId, $"{id}"));
    }

    [Fact]
    [Trait("Rule", "ACC-01")]
    public async Task A_taken_address_waits_for_another_and_the_node_is_founded_with_it()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var post = new Post(host);
        var (number, slug) = await AcceptedAsync(town);
        using var taken = await town.Leader.PostAsync($"{town.Province.Api}/network", new { kind = "County", parent = town.City.Slug, slug, placeName = "先到县", shortName = "先到", divisionCode = "510727", effectiveOn = "2026-03-01", reason = "先设", documentNumber = "川知〔2026〕9号" });
        Assert.True(taken.IsSuccessStatusCode, await taken.Content.ReadAsStringAsync());

        await post.DeliverAsync();
        Assert.Equal(0, await FoundedAsync(number));
        Assert.Contains("另定网址名", await ToDosAsync(town), StringComparison.Ordinal);
        DecidingTown.Done(await town.ActAsync(town.Leader, number, "address", new { slug = $"{slug}-2" }));
        await post.DeliverAsync();

        Assert.Equal(1, await FoundedAsync(number));
        Assert.Equal("Qualified", (await town.Leader.JsonAsync($"/api/v1/nodes/{slug}-2"))["status"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Rule", "ACC-01")]
    public async Task Without_its_parent_it_waits_at_the_province_with_the_reason_and_a_form_filled_in()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var post = new Post(host);
        var other = await town.Given.CityAsync(town.Province, "绵阳市", "510700");
        var (number, slug) = await AcceptedAsync(town);
        using var merged = await town.Leader.PostAsync($"{town.Province.Api}/network/{town.City.Slug}/merger", new { into = other.Slug, effectiveOn = "2026-03-01", reason = "合并", documentNumber = "川知〔2026〕3号" }, version: await VersionAsync(town));
        Assert.True(merged.IsSuccessStatusCode, await merged.Content.ReadAsStringAsync());

        await post.DeliverAsync();
        await post.AgainAsync(town.Province, "establishment.accepted", number);

        Assert.Equal((0, 1), (await FoundedAsync(number), await town.HappenedAsync("nodes.founding-refused")));
        Assert.Contains("上级节点已摘牌或已并入其他节点", await ToDosAsync(town), StringComparison.Ordinal);
        var page = $"/{town.Province.Slug}/workbench/network/new";
        var form = await town.Leader.TextAsync($"{page}?application={number}");
        Assert.Contains($"value=\"{slug}\"", form, StringComparison.Ordinal);
        Assert.Contains($"value=\"{number}\"", form, StringComparison.Ordinal);
        using var founded = await town.Leader.SubmitAsync(page, page, new Dictionary<string, string>
        {
            ["kind"] = "County",
            ["parent"] = other.Slug,
            ["slug"] = slug,
            ["placeName"] = "示例县",
            ["shortName"] = "示例",
            ["divisionCode"] = "510726",
            ["effectiveOn"] = "2026-03-02",
            ["documentNumber"] = number,
            ["reason"] = "上级合并",
        });
        Assert.Equal(HttpStatusCode.Found, founded.StatusCode);
        await post.DeliverAsync();

        Assert.Equal(1, await FoundedAsync(number));
        Assert.Single(await post.LinksAsync(await post.TenantAsync(slug), ManagersPhone));
        Assert.DoesNotContain("办理设立", await ToDosAsync(town), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public async Task A_nodes_life_reads_from_its_application_to_its_manager_and_hides_from_it_what_officers_wrote_for_each_other()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var post = new Post(host);
        var (_, slug) = await AcceptedAsync(town);
        await post.DeliverAsync();
        var link = Assert.Single(await post.LinksAsync(await post.TenantAsync(slug), ManagersPhone));
        using var manager = await host.SignedOnAsync("唐负责");
        using var joined = await manager.SubmitAsync(link, link, new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.SeeOther, joined.StatusCode);

        var own = await manager.TextAsync($"/{slug}/workbench/life");
        var theirs = await town.Leader.TextAsync($"/{town.Province.Slug}/workbench/network/{slug}/life");
        using var citys = await town.Manager.GetAsync($"/{town.City.Slug}/workbench/network/{slug}/life");

        Assert.All([own, theirs], page => Assert.All(["提交申报，第 1 版", "属地意见：推荐", "纳入建设计划", "登记进度：100%", "认定合格", "设立示例县", "第一位负责人到位"], step => Assert.Contains(step, page, StringComparison.Ordinal)));
        Assert.Contains("人员在岗，窗口四个", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("人员在岗，窗口四个", own, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, citys.StatusCode);
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public async Task A_qualified_node_tells_its_manager_what_is_missing()
    {
        using var town = await DecidingTown.MakeAsync(host);
        var node = await town.Given.NodeAsync(NodeKind.County, town.City, "起步县", "510728", operating: false);
        using var manager = await town.Given.StaffAsync(node, Role.Manager);

        var home = await manager.TextAsync($"/{node.Slug}/workbench");

        Assert.All(["目录编辑到位", "窗口人员到位", "由省级平台挂牌"], todo => Assert.Contains(todo, home, StringComparison.Ordinal));
    }

    private static async Task<(string Number, string Slug)> AcceptedAsync(DecidingTown town)
    {
        var number = await town.InspectedAsync();
        var slug = $"n-{number.ToLowerInvariant()}-{Random.Shared.Next():x}";
        DecidingTown.Done(await town.ActAsync(town.Leader, number, "confirmation", new { slug }));
        return (number, slug);
    }

    private static Task<string> ToDosAsync(DecidingTown town) => town.Leader.TextAsync($"/{town.Province.Slug}/workbench");

    private static async Task<string> VersionAsync(DecidingTown town)
    {
        using var answer = await town.Leader.GetAsync($"{town.Province.Api}/network/{town.City.Slug}");
        return answer.Headers.ETag!.ToString();
    }

    private async Task<Node> NodeAsync(string slug)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NetworkDb>().Set<Node>().AsNoTracking().SingleAsync(n => n.Slug == slug);
    }

    private async Task<int> FoundedAsync(string number)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NetworkDb>().Set<NodeHistoryEntry>().CountAsync(h => h.Aspect == NodeAspect.Founding && h.DocumentNumber == number);
    }
}
