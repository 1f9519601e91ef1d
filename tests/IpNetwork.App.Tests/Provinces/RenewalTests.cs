using System.Text.Json.Nodes;
using IpNetwork.App.Provinces.Applying;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Norms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpNetwork.App.Tests.Provinces;

/// <summary>A pack that changes after it was applied; each test has its own deployment.</summary>
public sealed class RenewalTests : IAsyncLifetime, IDisposable
{
    private readonly ThreeProvinces host = new();
    private readonly PackCopy packs = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    public void Dispose() => packs.Dispose();

    [Fact]
    [Trait("Rule", "CAT-07")]
    public async Task A_changed_item_becomes_a_version_from_today_and_the_plan_says_what_changes()
    {
        packs.Edit("zhejiang/catalog/items.json", json => json["items"]![0]!["row"]!["serviceObject"] = "浙江的企业");
        var code = Item()["code"]!.GetValue<string>();
        var plan = await ApplyPack.PlanAsync(host.Services, packs.Folder, "zhejiang", CancellationToken.None);
        Assert.Contains(plan.Lines, line => line.Contains(code, StringComparison.Ordinal) && line.Contains("服务对象由“", StringComparison.Ordinal) && line.Contains("改为“浙江的企业”", StringComparison.Ordinal));
        Assert.Single(await VersionsAsync(code));

        await ApplyPack.ApplyAsync(host.Services, packs.Folder, "zhejiang", _ => { }, CancellationToken.None);

        var versions = await VersionsAsync(code);
        Assert.Equal([1, 2], versions.Select(version => version.Version));
        Assert.Equal("配置包更新", versions[1].Reason);
        Assert.Equal(ChinaTime.DayOf(host.Clock.GetUtcNow()), ChinaTime.DayOf(versions[1].EffectiveAt));
        Assert.Equal(DateOnly.Parse(Item()["effectiveOn"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture), ChinaTime.DayOf(versions[0].EffectiveAt));
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public async Task A_renamed_node_keeps_its_history_and_nothing_is_removed()
    {
        packs.Edit("jiangsu/divisions.json", json => json["prefectures"]![0]!["name"] = "金陵市");
        packs.Edit("jiangsu/nodes.json", json =>
        {
            foreach (var node in json["nodes"]!.AsArray().Where(node => node!["placeName"]!.GetValue<string>() == "南京市"))
            {
                node!["placeName"] = "金陵市";
            }
        });
        packs.Edit("jiangsu/divisions.json", json => json["prefectures"]![0]!["shortName"] = "金陵");

        var plan = await ApplyPack.ApplyAsync(host.Services, packs.Folder, "jiangsu", _ => { }, CancellationToken.None);

        Assert.Contains(plan.Lines, line => line.StartsWith("更名：", StringComparison.Ordinal) && line.EndsWith("江苏省（金陵）知识产权公共服务平台", StringComparison.Ordinal));
        var history = await host.ReadAsync(db => db.Set<NodeHistoryEntry>().AsNoTracking().Where(entry => entry.NewText == "金陵市").ToListAsync());
        Assert.Equal("南京市", Assert.Single(history).OldText);
    }

    [Fact]
    [Trait("Rule", "CAT-09")]
    public async Task A_changed_setting_reaches_readers_at_once()
    {
        var province = new NodeId(33);
        var settings = host.Services.GetRequiredService<IProvinceSettings>();
        Assert.Equal(10, (await settings.OfAsync(province, CancellationToken.None)).ConflictDecisionWorkdays);
        packs.Edit("zhejiang/province.json", json => json["rules"]!["catalog"]!["conflictDecisionWorkdays"]!["value"] = 7);

        var plan = await ApplyPack.ApplyAsync(host.Services, packs.Folder, "zhejiang", _ => { }, CancellationToken.None);

        Assert.Contains("修改省级设置：处理承诺冲突的工作日数", plan.Lines);
        Assert.Equal(7, (await settings.OfAsync(province, CancellationToken.None)).ConflictDecisionWorkdays);
    }

    [Fact]
    [Trait("Rule", "NET-08")]
    public async Task A_published_norm_is_not_written_over_and_a_new_version_joins_it()
    {
        packs.Edit("sichuan/norms.json", json => json["norms"]![0]!["title"] = "换了名称");
        var warned = await ApplyPack.ApplyAsync(host.Services, packs.Folder, "sichuan", _ => { }, CancellationToken.None);
        packs.Edit("sichuan/norms.json", json => json["norms"]![0]!["version"] = "样例 2 版");
        var renewed = await ApplyPack.ApplyAsync(host.Services, packs.Folder, "sichuan", _ => { }, CancellationToken.None);
        var again = await ApplyPack.ApplyAsync(host.Services, packs.Folder, "sichuan", _ => { }, CancellationToken.None);

        Assert.Contains(warned.Lines, line => line.Contains("请在配置包里写新的版本", StringComparison.Ordinal));
        Assert.Contains(renewed.Lines, line => line.StartsWith("发布规范《换了名称》样例 2 版", StringComparison.Ordinal));
        Assert.True(again.IsEmpty, string.Join('\n', again.Lines));
        var titles = await host.ReadAsync(db => db.Set<Norm>().AsNoTracking().Where(norm => norm.Code == "IP-DATA").OrderBy(norm => norm.Version).Select(norm => norm.Title).ToListAsync());
        Assert.Equal(["知识产权基础信息数据规范", "换了名称"], titles);
    }

    private JsonNode Item() => JsonNode.Parse(File.ReadAllText(Path.Combine(packs.Folder, "zhejiang/catalog/items.json")))!["items"]![0]!;

    private Task<List<BaseItemVersion>> VersionsAsync(string code) =>
        host.ReadAsync(db => db.Set<BaseItemVersion>().AsNoTracking().Where(v => v.NodeId == new NodeId(33) && v.ItemCode == code).OrderBy(v => v.Version).ToListAsync());
}
