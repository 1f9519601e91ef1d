using IpNetwork.Domain.Plates;
using Xunit;

namespace IpNetwork.Domain.Tests.Plates;

public sealed class PlateSearchTests
{
    private static readonly string Kept = PlateSearch.Fold("四川省（绵阳）知识产权公共服务平台 SC-C-007");

    [Theory]
    [Trait("Rule", "PLT-07")]
    [InlineData("四川省（绵阳）知识产权公共服务平台")]
    [InlineData("四川省(绵阳)知识产权公共服务平台")]
    [InlineData("四川省绵阳知识产权公共服务平台")]
    [InlineData("绵阳  公共服务")]
    [InlineData("公共服务 绵阳")]
    [InlineData("ＳＣ－Ｃ－００７")]
    [InlineData("sc-c-007")]
    [InlineData("绵阳\u200b）")]
    public void Words_find_the_plate_in_parts_and_in_any_width(string typed) => Assert.All(PlateSearch.Parts(typed), part => Assert.Contains(part, Kept, StringComparison.Ordinal));

    [Theory]
    [InlineData("德阳")]
    [InlineData("绵阳 德阳")]
    [InlineData("SC-C-008")]
    public void Other_words_do_not(string typed) => Assert.Contains(PlateSearch.Parts(typed), part => !Kept.Contains(part, StringComparison.Ordinal));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 　（）")]
    public void Nothing_typed_looks_for_nothing(string? typed) => Assert.Empty(PlateSearch.Parts(typed));
}
