using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Tests.Vectors;
using Xunit;

namespace IpNetwork.Domain.Tests.Nodes;

[Trait("Rule", "NAM-02")]
public sealed class PlaceNameTests
{
    public static IEnumerable<object[]> SichuanPrefectures() => Rows("sichuan");

    public static IEnumerable<object[]> PrefecturesElsewhere() => Rows("elsewhere");

    public static IEnumerable<object[]> SichuanCounties() => Rows("counties");

    [Theory]
    [MemberData(nameof(SichuanPrefectures))]
    [InlineData("阿坝州", "阿坝")]
    [InlineData("达州", "达州")]
    [InlineData("泸州", "泸州")]
    [InlineData("凉山州", "凉山")]
    [InlineData(" 绵 阳　市 ", "绵阳")]
    public void A_prefecture_loses_one_suffix(string name, string shortName) =>
        Assert.Equal(shortName, PlaceName.ShortPrefecture(name, Sichuan.Rules).Value);

    [Theory]
    [MemberData(nameof(PrefecturesElsewhere))]
    [InlineData("锡林郭勒盟", "锡林郭勒")]
    [InlineData("黔西南布依族苗族自治州", "黔西南")]
    [InlineData("克孜勒苏柯尔克孜自治州", "克孜勒苏")]
    [InlineData("苏州市", "苏州")]
    public void Another_province_needs_other_data_only(string name, string shortName) =>
        Assert.Equal(shortName, PlaceName.ShortPrefecture(name, new() { Province = "某省", EthnicNames = Sichuan.EthnicNames }).Value);

    [Theory]
    [MemberData(nameof(SichuanCounties))]
    [InlineData("神农架林区", "神农架")]
    [InlineData("六枝特区", "六枝")]
    [InlineData("鄂伦春自治旗", "鄂伦春")]
    [InlineData("东乡族自治县", "东乡族")]
    [InlineData("双江拉祜族佤族布朗族傣族自治县", "双江")]
    public void A_county_keeps_its_suffix_rather_than_one_character(string name, string shortName) =>
        Assert.Equal(shortName, PlaceName.ShortCounty(name, Sichuan.Rules).Value);

    [Theory]
    [InlineData(null, "EMPTY")]
    [InlineData(" 　", "EMPTY")]
    [InlineData("四川省", "NOT_A_PREFECTURE")]
    [InlineData("西藏自治区", "NOT_A_PREFECTURE")]
    [InlineData("双流区", "NOT_A_PREFECTURE")]
    [InlineData("理县", "NOT_A_PREFECTURE")]
    [InlineData("市", "NOT_A_PREFECTURE")]
    [InlineData("地区", "NOT_A_PREFECTURE")]
    public void What_is_no_prefecture_is_refused(string? name, string code) =>
        Assert.Equal(code, Assert.Single(PlaceName.ShortPrefecture(name, Sichuan.Rules).Refusals).Code);

    [Fact]
    public void The_division_table_decides_before_any_rule()
    {
        var rules = Sichuan.Rules with { ShortNames = new Dictionary<string, string> { ["泸州市"] = "酒城", ["理县"] = "杂谷脑" } };

        Assert.Equal("酒城", PlaceName.ShortPrefecture("泸州市", rules).Value);
        Assert.Equal("杂谷脑", PlaceName.ShortCounty("理县", rules).Value);
    }

    [Theory]
    [InlineData("阿坝藏族羌族自治县", "阿坝", "族", "藏族", "羌族")]
    [InlineData("东乡族自治县", "东乡族", "乡族")]
    public void The_longest_ethnic_name_is_cut_first_and_two_characters_stay(string name, string shortName, params string[] ethnicNames) =>
        Assert.Equal(shortName, PlaceName.ShortCounty(name, Sichuan.Rules with { EthnicNames = ethnicNames }).Value);

    [Fact]
    public void An_empty_county_name_is_refused() =>
        Assert.Equal("EMPTY", Assert.Single(PlaceName.ShortCounty("", Sichuan.Rules).Refusals).Code);

    private static IEnumerable<object[]> Rows(string list) => Vector.Read("short-names").GetProperty(list).EnumerateArray()
        .DistinctBy(row => row.Text("input"))
        .Select(row => new object[] { row.Text("input"), row.Text("expect") });
}
