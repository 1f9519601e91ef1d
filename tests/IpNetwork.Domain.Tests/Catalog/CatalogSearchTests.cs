using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using Xunit;
using static IpNetwork.Domain.Tests.Catalog.CatalogWorld;

namespace IpNetwork.Domain.Tests.Catalog;

public sealed class CatalogSearchTests
{
    private readonly CatalogWorld world = new();

    public CatalogSearchTests()
    {
        Add(1, "专利申请", "知识产权创造", "受理专利申请");
        Add(2, "专利预审", "知识产权创造", "快速预审");
        Add(11, "专利权质押登记", "知识产权运用", "出质登记");
        Add(12, "商标质押登记", "知识产权运用", "出质登记");
        Add(31, "知识产权（专利）信息检索", "知识产权服务", "查询文献", "查新", "IPC");
        Add(27, "知识产权维权援助", "知识产权保护", "协助专利权人维权");
    }

    [Theory]
    [InlineData("质押", "SC-11,SC-12")]
    [InlineData("专利 质押", "SC-11")]
    [InlineData("质押，商标", "SC-12")]
    [InlineData("专利预审", "SC-02")]
    [InlineData("运用", "SC-11,SC-12")]
    [InlineData("查新", "SC-31")]
    [InlineData("ｉｐｃ", "SC-31")]
    [InlineData("(专利)信息", "SC-31")]
    [InlineData("sc-12", "SC-12")]
    [InlineData("申请表", "SC-01,SC-02,SC-11,SC-12,SC-27,SC-31")]
    [InlineData("海关", "")]
    [InlineData("质押 海关", "")]
    public void Every_part_of_the_query_must_be_found(string query, string codes) => Assert.Equal(codes, Codes(query));

    [Fact]
    public void A_name_counts_more_than_a_category_and_a_category_more_than_the_text() =>
        Assert.Equal("SC-01,SC-02,SC-11,SC-31,SC-27", Codes("专利"));

    [Fact]
    public void The_exact_name_comes_first() => Assert.Equal("SC-02", Codes("专利预审").Split(',')[0]);

    [Theory]
    [InlineData("商标质押办理", "SC-12")]
    [InlineData("专利质押登记", "SC-11,SC-12")]
    [InlineData("维权投诉举报", "")]
    public void A_query_found_nowhere_as_a_whole_falls_back_to_pairs(string query, string codes) => Assert.Equal(codes, Codes(query));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ，。 ")]
    [InlineData("%_'\"\\")]
    public void A_query_without_words_lists_everything_in_order(string? query) =>
        Assert.Equal("SC-01,SC-02,SC-11,SC-12,SC-27,SC-31", Codes(query));

    [Fact]
    public void Broken_text_finds_what_an_empty_query_does() =>
        Assert.Equal(6, CatalogSearch.Find(world.Catalog(Mianyang).At(world.Now).Items, "\ud800").Count);

    private string Codes(string? query) =>
        string.Join(',', CatalogSearch.Find(world.Catalog(Mianyang).At(world.Now).Items, query).Select(hit => hit.Item.Code));

    private void Add(int number, string name, string category, string content, params string[] keywords) =>
        world.Publish(Content(name) with { Category = category, Content = content, Keywords = keywords, OrderNo = number, Materials = [new("form", "申请表")] }, $"SC-{number:00}");
}
