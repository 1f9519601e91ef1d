using System.Net;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Kernel;
using IpNetwork.Testing;
using Xunit;

namespace IpNetwork.App.Tests.Portal;

public sealed class PortalPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given given = new(host);
    private readonly GivenCatalog catalog = new(host);

    [Fact]
    [Trait("Rule", "CAT-14")]
    public async Task A_provinces_front_leads_to_its_items_its_cities_and_its_window_of_information()
    {
        var (province, city) = await NetworkAsync();

        var page = await PageAsync($"/{province.Slug}");

        Assert.Contains("您想办什么事", page, StringComparison.Ordinal);
        Assert.Contains("1 项服务全省同一标准", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{city.Slug}\"", page, StringComparison.Ordinal);
        Assert.Contains("https://www.cnipa.gov.cn", page, StringComparison.Ordinal);
        Assert.Contains("四川省知识产权服务促进中心", page, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NodeKind.City, "绵阳市", "510700")]
    [InlineData(NodeKind.KeyPark, "绵阳高新技术产业开发区", "510700")]
    [InlineData(NodeKind.County, "江油市", "510781")]
    [InlineData(NodeKind.Workstation, "绵阳科技城新区", "510700")]
    [Trait("Rule", "NET-01")]
    public async Task Every_kind_of_node_has_its_front_page(NodeKind kind, string name, string division)
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        await catalog.PublishAsync(province);
        var node = kind is NodeKind.City ? city : await given.NodeAsync(kind, city, name, division);
        await catalog.OfferAsync(node);

        var page = await PageAsync($"/{node.Slug}");

        Assert.Contains($"<title>首页 · {name}</title>", page, StringComparison.Ordinal);
        Assert.Contains("商标质押登记", page, StringComparison.Ordinal);
        Assert.Contains("二层 12—15 号窗", page, StringComparison.Ordinal);
        Assert.Contains("四川省", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-04")]
    public async Task A_guide_without_a_local_part_says_so_and_leads_to_the_nearest_platform()
    {
        var (province, city) = await NetworkAsync();
        await catalog.OfferAsync(province);

        var page = await PageAsync($"/{city.Slug}/services/{GivenCatalog.Pledge}");

        Assert.Contains("这里还不能办，本地窗口没有公布", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{province.Slug}/services/{GivenCatalog.Pledge}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-05")]
    public async Task A_guide_marks_what_the_province_fixed_what_the_node_filled_in_and_what_it_tightened()
    {
        var (_, city) = await NetworkAsync();
        await catalog.OfferAsync(city, GivenCatalog.Pledge, [.. GivenCatalog.EveryLocalField, new("committedLimit", "7"), new("materials", List: ["form", "contract"])]);

        var page = await PageAsync($"/{city.Slug}/services/{GivenCatalog.Pledge}");

        Assert.Contains("绵阳收紧", page, StringComparison.Ordinal);
        Assert.Contains("绵阳填写", page, StringComparison.Ordinal);
        Assert.Contains("全省统一上限", page, StringComparison.Ordinal);
        Assert.Contains("全省统一 3 份，绵阳免交 1 份", page, StringComparison.Ordinal);
        Assert.Contains("商标权在有效期内；双方已签质押合同", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-10")]
    public async Task A_suspended_and_a_cancelled_item_say_why()
    {
        var (province, city) = await NetworkAsync();
        await catalog.TurnAsync(province, ItemState.Suspended, "登记系统升级");
        var suspended = await PageAsync($"/{city.Slug}/services/{GivenCatalog.Pledge}");
        await catalog.TurnAsync(province, ItemState.Cancelled, "登记改由国家局直接办理");
        var cancelled = await PageAsync($"/{city.Slug}/services/{GivenCatalog.Pledge}");

        Assert.Contains("暂停受理新的申请", suspended, StringComparison.Ordinal);
        Assert.Contains("登记系统升级", suspended, StringComparison.Ordinal);
        Assert.Contains("已经取消，不再受理", cancelled, StringComparison.Ordinal);
        Assert.Contains("登记改由国家局直接办理", cancelled, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-18")]
    public async Task A_list_tells_shared_from_personalised_items()
    {
        var (_, city) = await NetworkAsync();
        await catalog.OwnAsync(city);

        var all = await PageAsync($"/{city.Slug}/services");
        var own = await PageAsync($"/{city.Slug}/services?kind=value-added");

        Assert.Contains("共 2 项", all, StringComparison.Ordinal);
        Assert.Contains("贯标辅导", own, StringComparison.Ordinal);
        Assert.DoesNotContain("商标质押登记", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_leads_on()
    {
        var (province, city) = await NetworkAsync();

        var page = await PageAsync($"/{city.Slug}/services?q={Uri.EscapeDataString("<b>登机牌</b>")}");

        Assert.Contains("没有找到", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>登机牌", page, StringComparison.Ordinal);
        Assert.Contains($"/{province.Slug}/services?q=", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "NET-02")]
    public async Task The_network_page_shows_each_city_with_what_hangs_below_it()
    {
        var (province, city) = await NetworkAsync();
        var park = await given.ParkAsync(city);

        var page = await PageAsync($"/{city.Slug}/network");
        var found = await PageAsync($"/{province.Slug}/network?kind=KeyPark&q={Uri.EscapeDataString("绵阳")}");

        Assert.Contains($"href=\"/{park.Slug}\"", page, StringComparison.Ordinal);
        Assert.Contains("找到 1 个平台", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_networks_nodes_are_not_in_this_networks_pages()
    {
        var (province, _) = await NetworkAsync();
        var other = await given.NodeAsync(NodeKind.Province, null, "江苏省", "320000");
        var foreign = await given.CityAsync(other, "南京市", "320100");

        Assert.DoesNotContain(foreign.Slug, await PageAsync($"/{province.Slug}/network"), StringComparison.Ordinal);
        Assert.DoesNotContain(foreign.Slug, await PageAsync($"/{province.Slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_several_networks_the_deployments_front_lets_one_choose()
    {
        var province = await given.ProvinceAsync();
        var other = await given.ProvinceAsync("江苏省");

        var page = await PageAsync("/");

        Assert.Contains($"href=\"/{province.Slug}\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{other.Slug}\"", page, StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string path)
    {
        using var visitor = host.Visitor();
        using var response = await visitor.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode is HttpStatusCode.OK, $"{path}: {response.StatusCode} {text}");
        return text;
    }

    private async Task<(TestNode Province, TestNode City)> NetworkAsync()
    {
        var province = await given.ProvinceAsync();
        var city = await given.CityAsync(province);
        await catalog.PublishAsync(province);
        return (province, city);
    }
}
