using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Provinces;
using IpNetwork.App.Provinces.Applying;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Provinces;

/// <summary>All three provinces in one deployment.</summary>
public sealed class ThreeProvinces : NetworkHost
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var province in TenantsFolder.Provinces(TenantsFolder.Find()))
        {
            await ApplyPack.ApplyAsync(Services, TenantsFolder.Find(), province, _ => { }, CancellationToken.None);
        }
    }

    internal async Task<T> ReadAsync<T>(Func<NetworkDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<NetworkDb>());
    }

    internal async Task<long> CountAsync(string table)
    {
        await using var source = NpgsqlDataSource.Create(AdministrativeConnection);
        await using var command = source.CreateCommand($"select count(*) from ipnet.{table}");
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }
}

public sealed class ApplyTests(ThreeProvinces host) : IClassFixture<ThreeProvinces>
{
    private static readonly string[] Tables =
        ["nodes", "node_history", "base_item_versions", "offering_versions", "own_item_versions", "norms", "province_settings", "calendar_years", "audit_events", "outbox"];

    [Fact]
    [Trait("Rule", "NET-01")]
    public async Task Sichuan_runs_with_its_cities_and_key_parks()
    {
        var nodes = await Network("sichuan");

        Assert.Equal(21, nodes.Count(node => node is { Kind: NodeKind.City, Status: NodeStatus.Operating }));
        Assert.Equal(18, nodes.Count(node => node is { Kind: NodeKind.KeyPark, Status: NodeStatus.Operating }));
        Assert.Contains(nodes, node => node.Kind == NodeKind.County && node.OfficialName is null);
    }

    [Fact]
    [Trait("Rule", "NAM-03")]
    public async Task Only_platforms_whose_plate_is_on_record_are_no_samples()
    {
        var cities = (await Network("sichuan")).Where(node => node.Kind is NodeKind.City or NodeKind.KeyPark).ToList();

        var confirmed = Assert.Single(cities, node => !node.IsSample);
        Assert.Equal(("luzhou", new DateOnly(2023, 12, 15)), (confirmed.Slug, confirmed.PlatedOn));
    }

    [Theory]
    [InlineData("sichuan", "四川省知识产权公共服务平台", "NAM-08")]
    [InlineData("luzhou", "四川省（泸州）知识产权公共服务平台", "NAM-03")]
    [InlineData("aba", "四川省（阿坝）知识产权公共服务平台", "NAM-03")]
    [InlineData("liangshan", "四川省（凉山）知识产权公共服务平台", "NAM-03")]
    [InlineData("panzhihua", "四川省（攀枝花）知识产权公共服务平台", "NAM-03")]
    [Trait("Rule", "NAM-02")]
    [Trait("Rule", "NAM-03")]
    [Trait("Rule", "NAM-08")]
    public async Task A_node_carries_the_name_the_rules_give_it(string slug, string name, string rule)
    {
        var node = (await Network("sichuan")).Single(one => one.Slug == slug);

        Assert.Equal((name, rule), (node.OfficialName, node.OfficialNameRule));
        Assert.NotNull(node.OfficialNameDocument);
    }

    [Fact]
    [Trait("Rule", "NAM-04")]
    [Trait("Rule", "NAM-05")]
    public async Task Parks_carry_their_own_name_and_workstations_their_citys()
    {
        var nodes = await Network("sichuan");

        Assert.All(nodes.Where(node => node.Kind == NodeKind.KeyPark), park => Assert.Equal($"四川省（{park.ShortName}）知识产权公共服务平台", park.OfficialName));
        Assert.Contains(nodes, node => node.OfficialName == "四川省（攀枝花钒钛高新区）知识产权公共服务平台");
        Assert.Contains(nodes, node => node.OfficialName == "四川省（绵阳）知识产权公共服务平台绵阳科技城新区工作站");
    }

    [Fact]
    [Trait("Rule", "NET-08")]
    public async Task The_named_norms_come_with_the_pack_and_are_samples_in_the_trail()
    {
        using var visitor = host.Visitor();

        var norms = (await visitor.JsonAsync("/api/v1/nodes/mianyang/norms"))["items"]!.AsArray();
        var page = await visitor.TextAsync("/mianyang/norms");

        Assert.Equal(["知识产权基础信息数据规范", "知识产权基础数据利用指引", "知识产权信息公共服务工作指引"], norms.Select(norm => norm!["title"]!.GetValue<string>()));
        Assert.All(norms, norm =>
        {
            var version = Assert.Single(norm!["versions"]!.AsArray())!;
            Assert.True(version["sample"]!.GetValue<bool>());
            Assert.Contains("样例", version["version"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.NotNull(norm["inForce"]);
        });
        Assert.Contains("样例 1 版", page, StringComparison.Ordinal);
        Assert.Empty((await visitor.JsonAsync("/api/v1/nodes/zhejiang/norms"))["items"]!.AsArray());
        await using var source = NpgsqlDataSource.Create(host.AdministrativeConnection);
        await using var command = source.CreateCommand("select count(*) from ipnet.audit_events where verb = 'norms.published'");
        Assert.Equal(await host.CountAsync("norms"), await command.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData("version", "", "norms[0].version", "BLANK")]
    [InlineData("version", "2026 年版", "norms[0].version", "SAMPLE_MARK")]
    [InlineData("code", "规范", "norms[0].code", "BAD_NORM_CODE")]
    [InlineData("link", "ftp://example.cn", "norms[0].link", "BAD_LINK")]
    [InlineData("code", "IP-SERVICE", "norms[2].version", "NORM_VERSION_EXISTS")]
    [Trait("Rule", "NET-08")]
    public async Task A_norm_that_cannot_be_right_changes_nothing_and_names_its_field(string property, string value, string field, string code)
    {
        using var packs = new PackCopy();
        packs.Edit("sichuan/norms.json", json => json["norms"]![0]![property] = value);
        var before = await CountsAsync();

        var refused = await Assert.ThrowsAsync<PackRefusedException>(() => ApplyPack.ApplyAsync(host.Services, packs.Folder, "sichuan", _ => { }, CancellationToken.None));

        Assert.Contains(refused.Troubles, trouble => trouble.StartsWith("sichuan/norms.json:", StringComparison.Ordinal) && trouble.Contains(field, StringComparison.Ordinal) && trouble.Contains(code, StringComparison.Ordinal));
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    [Trait("Rule", "CAT-06")]
    public async Task A_packs_own_items_can_be_had_where_their_counter_is_filled_in()
    {
        using var visitor = host.Visitor();

        var own = (await visitor.JsonAsync("/api/v1/nodes/mianyang/services?kind=value-added&limit=100"))["items"]!.AsArray();

        Assert.NotEmpty(own);
        Assert.All(own, item => Assert.True(item!["offered"]!.GetValue<bool>(), item["code"]!.GetValue<string>()));
        Assert.DoesNotContain("窗口未公布", await visitor.TextAsync("/mianyang/services?kind=value-added"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "VISB-01")]
    public async Task Provinces_in_one_deployment_do_not_see_each_other()
    {
        using var visitor = host.Visitor();
        var jiangsu = await visitor.JsonAsync("/api/v1/nodes?network=jiangsu&limit=100");

        Assert.Equal(14, jiangsu["items"]!.AsArray().Count);
        Assert.All(jiangsu["items"]!.AsArray(), node => Assert.Equal("jiangsu", node!["network"]!.GetValue<string>()));
        var offered = await host.ReadAsync(db => db.Set<OfferingVersion>().AsNoTracking().Select(v => new { v.NodeId, v.ItemCode }).ToListAsync());
        var networks = await host.ReadAsync(db => db.Set<Node>().AsNoTracking().ToDictionaryAsync(n => n.Id, n => n.NetworkId));
        var items = await host.ReadAsync(db => db.Set<BaseItemVersion>().AsNoTracking().Select(v => new { v.NodeId, v.ItemCode }).ToListAsync());
        Assert.All(offered, offering => Assert.Contains(items, item => item.NodeId == networks[offering.NodeId] && item.ItemCode == offering.ItemCode));
    }

    [Fact]
    [Trait("Rule", "NET-02")]
    public async Task A_provinces_trail_is_read_in_its_own_nodes_alone()
    {
        var jiangsu = (await Network("jiangsu")).Single(node => node.Kind == NodeKind.Province);

        var seen = await host.Services.GetRequiredService<NodeScopes>().RunAsync(NodeDirectory.Tenant(jiangsu), services =>
            services.GetRequiredService<NetworkDb>().Set<AuditEvent>().IgnoreQueryFilters().Select(e => e.NodeId).Distinct().ToListAsync());

        Assert.Equal([jiangsu.Id], seen);
    }

    [Fact]
    public async Task A_second_apply_writes_nothing()
    {
        var before = await CountsAsync();

        var plan = await ApplyPack.ApplyAsync(host.Services, TenantsFolder.Find(), "sichuan", _ => { }, CancellationToken.None);

        Assert.True(plan.IsEmpty, string.Join('\n', plan.Lines));
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task Every_published_thing_of_a_pack_is_in_the_trail()
    {
        var versions = await host.CountAsync("base_item_versions") + await host.CountAsync("offering_versions") + await host.CountAsync("own_item_versions");
        await using var source = NpgsqlDataSource.Create(host.AdministrativeConnection);
        await using var command = source.CreateCommand("select count(*) from ipnet.audit_events where verb like 'catalog.%'");

        Assert.Equal(versions, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_broken_pack_changes_nothing_and_says_where_it_is_broken()
    {
        using var packs = new PackCopy();
        packs.Edit("zhejiang/nodes.json", json => json["nodes"]![1]!["slug"] = "api");
        var before = await CountsAsync();

        var refused = await Assert.ThrowsAsync<PackRefusedException>(() => ApplyPack.ApplyAsync(host.Services, packs.Folder, "zhejiang", _ => { }, CancellationToken.None));

        Assert.Contains(refused.Troubles, trouble => trouble.StartsWith("zhejiang/nodes.json:", StringComparison.Ordinal) && trouble.Contains("nodes[1].slug", StringComparison.Ordinal));
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task A_pack_the_rules_refuse_changes_nothing()
    {
        using var packs = new PackCopy();
        packs.Edit("zhejiang/nodes.json", json =>
        {
            foreach (var node in json["nodes"]!.AsArray().Where(node => node!["kind"]!.GetValue<string>() == "City").Take(1))
            {
                node!["id"] = 5101;
            }
        });
        var before = await CountsAsync();

        var refused = await Assert.ThrowsAsync<PackRefusedException>(() => ApplyPack.ApplyAsync(host.Services, packs.Folder, "zhejiang", _ => { }, CancellationToken.None));

        Assert.Contains(refused.Troubles, trouble => trouble.Contains("NODE_ID_TAKEN", StringComparison.Ordinal));
        Assert.Equal(before, await CountsAsync());
    }

    private Task<List<Node>> Network(string slug) => host.ReadAsync(async db =>
    {
        var province = await db.Set<Node>().AsNoTracking().SingleAsync(node => node.Slug == slug);
        return await db.Set<Node>().AsNoTracking().Where(node => node.NetworkId == province.Id).ToListAsync();
    });

    private async Task<List<long>> CountsAsync()
    {
        var counts = new List<long>();
        foreach (var table in Tables)
        {
            counts.Add(await host.CountAsync(table));
        }

        return counts;
    }
}
