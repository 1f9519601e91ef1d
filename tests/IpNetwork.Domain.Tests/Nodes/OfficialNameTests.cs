using System.Text.Json;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Tests.Vectors;
using Xunit;

namespace IpNetwork.Domain.Tests.Nodes;

public sealed class OfficialNameTests
{
    public static IEnumerable<object[]> Examples(string kind) => Vector.Read("names").EnumerateArray()
        .Where(row => row.Text("kind").StartsWith(kind, StringComparison.Ordinal))
        .Select(row => new object[] { row.ToString() });

    public static IEnumerable<object[]> Zones() => Vector.Read("zones").EnumerateArray()
        .Select(row => new object[] { row.Text("input"), row.Text("expect") });

    [Theory]
    [Trait("Rule", "NAM-03")]
    [MemberData(nameof(Examples), "city")]
    public void A_city_platform_carries_the_city_in_brackets(string example) =>
        Holds(example, "NAM-03", row => OfficialName.ForCity(row.Text("name"), Sichuan.Rules));

    [Theory]
    [Trait("Rule", "NAM-04")]
    [MemberData(nameof(Examples), "national-zone")]
    public void A_national_zone_carries_its_short_name_in_brackets(string example) =>
        Holds(example, "NAM-04", row => OfficialName.ForNationalZone(National(row.Text("name")), Sichuan.Rules));

    [Theory]
    [Trait("Rule", "NAM-05")]
    [MemberData(nameof(Examples), "park-workstation")]
    public void A_workstation_stands_behind_its_citys_platform(string example) =>
        Holds(example, "NAM-05", row => OfficialName.ForWorkstation(row.Text("city"), row.Text("park"), Sichuan.Rules));

    [Theory]
    [Trait("Rule", "NAM-06")]
    [MemberData(nameof(Examples), "branch-centre")]
    public void A_branch_centre_names_the_service_and_the_city(string example) =>
        Holds(example, "NAM-06", row => OfficialName.ForBranchCentre(row.Text("serviceType"), row.Text("city"), Sichuan.Rules));

    [Theory]
    [Trait("Rule", "NAM-07")]
    [MemberData(nameof(Examples), "chengdu-district-branch")]
    public void A_branch_centre_of_the_capital_names_the_district(string example) =>
        Holds(example, "NAM-07", row => OfficialName.ForCapitalDistrictBranch(row.Text("serviceType"), row.Text("district"), Sichuan.Rules));

    [Theory]
    [Trait("Rule", "NAM-02")]
    [MemberData(nameof(Examples), "plate-check")]
    public void An_administrative_suffix_on_a_plate_is_found(string example)
    {
        var row = Parse(example);

        Assert.Equal(row.Text("refusal"), Assert.Single(OfficialName.Check(row.Text("name"), Sichuan.Rules)).Code);
    }

    [Theory]
    [Trait("Rule", "NAM-02")]
    [InlineData("四川省（阿坝州）知识产权公共服务平台", 1)]
    [InlineData("四川省 (绵阳市) 知识产权公共服务平台科技城新区工作站", 1)]
    [InlineData("四川省知识产权保护中心德阳市分中心", 1)]
    [InlineData("四川省（泸州）知识产权公共服务平台", 0)]
    [InlineData("四川省（绵阳高新区）知识产权公共服务平台", 0)]
    [InlineData("四川省知识产权保护中心崇州分中心", 0)]
    [InlineData("四川省（）知识产权公共服务平台", 0)]
    [InlineData("", 0)]
    public void A_plate_is_only_remarked_where_the_suffix_was_left_in(string text, int findings) =>
        Assert.Equal(findings, OfficialName.Check(text, Sichuan.Rules).Count);

    [Theory]
    [Trait("Rule", "NAM-01")]
    [InlineData(" 四川省 (绵 阳)　知识产权公共服务平台\t", "四川省（绵阳）知识产权公共服务平台")]
    [InlineData("四川省（绵阳）\u200B知识产权", "四川省（绵阳）知识产权")]
    [InlineData("ＡＢ１", "ＡＢ１")]
    [InlineData(null, "")]
    public void Names_are_compared_without_blanks_and_with_full_width_brackets(string? typed, string normal) =>
        Assert.Equal(normal, OfficialName.Normalize(typed));

    [Theory]
    [Trait("Rule", "NAM-04")]
    [MemberData(nameof(Zones))]
    public void Every_national_zone_of_the_province_gets_its_name(string zone, string expected) =>
        Assert.Equal(expected, OfficialName.ForNationalZone(National(zone), Sichuan.Rules).Value.Text);

    [Fact]
    [Trait("Rule", "NAM-04")]
    public void The_registers_short_name_wins_over_the_rule()
    {
        var zone = National("四川青白江经济技术开发区") with { RegisteredShortName = "青白江 经开区" };

        Assert.Equal("四川省（青白江经开区）知识产权公共服务平台", OfficialName.ForNationalZone(zone, Sichuan.Rules).Value.Text);
    }

    [Theory]
    [Trait("Rule", "NAM-04")]
    [InlineData("遂宁高新技术产业开发区", ZoneLevel.Provincial)]
    [InlineData("某某经济技术开发区", ZoneLevel.Other)]
    [InlineData("四川天府新区", ZoneLevel.National)]
    public void A_zone_that_is_no_national_high_tech_or_development_zone_has_no_such_name(string name, ZoneLevel level) =>
        Assert.Equal("ZONE_NOT_NATIONAL", Assert.Single(OfficialName.ForNationalZone(National(name) with { Level = level }, Sichuan.Rules).Refusals).Code);

    [Fact]
    [Trait("Rule", "NAM-04")]
    public void A_national_zone_without_its_document_is_named_and_remarked()
    {
        var name = OfficialName.ForNationalZone(National("内江经济技术开发区") with { LevelDocument = null }, Sichuan.Rules).Value;

        Assert.Equal("四川省（内江经开区）知识产权公共服务平台", name.Text);
        Assert.Equal("ZONE_DOCUMENT_MISSING", Assert.Single(name.Findings).Code);
    }

    [Theory]
    [Trait("Rule", "NAM-03")]
    [InlineData("杭州市")]
    [InlineData("都江堰市")]
    public void A_city_outside_the_provinces_list_is_no_prefecture_here(string city) =>
        Assert.Equal("NOT_A_PREFECTURE", Assert.Single(OfficialName.ForCity(city, Sichuan.Rules).Refusals).Code);

    [Fact]
    [Trait("Rule", "NAM-05")]
    public void Everything_wrong_with_a_workstations_name_is_said_at_once() => Assert.Equal(
        ["NOT_A_PREFECTURE", "EMPTY"],
        OfficialName.ForWorkstation("四川省", " ", Sichuan.Rules).Refusals.Select(refusal => refusal.Code));

    [Fact]
    [Trait("Rule", "NAM-06")]
    public void The_word_centre_is_not_doubled() => Assert.Equal(
        "四川省知识产权保护中心德阳分中心",
        OfficialName.ForBranchCentre("知识产权保护中心", "德阳市", Sichuan.Rules).Value.Text);

    [Theory]
    [Trait("Rule", "NAM-06")]
    [InlineData("中心", "德阳市", "EMPTY")]
    [InlineData("知识产权保护", "成都", "CHENGDU_CITY_BRANCH_NOT_ALLOWED")]
    public void A_branch_centre_needs_a_service_and_a_city_that_may_have_one(string service, string city, string code) =>
        Assert.Equal(code, Assert.Single(OfficialName.ForBranchCentre(service, city, Sichuan.Rules).Refusals).Code);

    [Fact]
    [Trait("Rule", "NAM-06")]
    public void Another_province_names_another_capital_or_none()
    {
        var zhejiang = new NamingRules { Province = "浙江省", Capital = new() { City = "杭州市" } };

        Assert.Equal("CHENGDU_CITY_BRANCH_NOT_ALLOWED", Assert.Single(OfficialName.ForBranchCentre("知识产权保护", "杭州市", zhejiang).Refusals).Code);
        Assert.Equal("浙江省知识产权保护中心杭州分中心", OfficialName.ForBranchCentre("知识产权保护", "杭州市", zhejiang with { Capital = null }).Value.Text);
        Assert.Equal("浙江省知识产权保护中心成都分中心", OfficialName.ForBranchCentre("知识产权保护", "成都市", zhejiang).Value.Text);
    }

    [Fact]
    [Trait("Rule", "NAM-07")]
    public void A_setting_puts_the_capital_before_its_district()
    {
        var rules = Sichuan.Rules with { Capital = new() { City = "成都市", DistrictCarriesCity = true } };

        Assert.Equal("四川省知识产权保护中心双流分中心", OfficialName.ForCapitalDistrictBranch("知识产权保护", "双流区", Sichuan.Rules).Value.Text);
        Assert.Equal("四川省知识产权保护中心成都双流分中心", OfficialName.ForCapitalDistrictBranch("知识产权保护", "双流区", rules).Value.Text);
    }

    [Theory]
    [Trait("Rule", "NAM-07")]
    [InlineData("成都高新区")]
    [InlineData("涪城区")]
    public void A_functional_area_or_another_citys_district_is_no_district_of_the_capital(string district) =>
        Assert.Equal("NOT_A_CAPITAL_DISTRICT", Assert.Single(OfficialName.ForCapitalDistrictBranch("知识产权保护", district, Sichuan.Rules).Refusals).Code);

    [Fact]
    [Trait("Rule", "NAM-07")]
    public void Without_a_capital_in_the_pack_no_district_has_a_branch() => Assert.Equal(
        "NOT_A_CAPITAL_DISTRICT",
        Assert.Single(OfficialName.ForCapitalDistrictBranch("知识产权保护", "双流区", Sichuan.Rules with { Capital = null }).Refusals).Code);

    [Fact]
    [Trait("Rule", "NAM-08")]
    public void A_name_fixed_elsewhere_carries_its_document_reason_and_approver()
    {
        var name = OfficialName.ByDecree("四川省 (绵阳市) 知识产权公共服务平台", "川知促发〔2026〕1号", "沿用旧牌", "省知识产权服务促进中心", Sichuan.Rules).Value;

        Assert.Equal(("四川省（绵阳市）知识产权公共服务平台", "NAM-08"), (name.Text, name.Rule));
        Assert.Equal("川知促发〔2026〕1号", name.Inputs["document"]);
        Assert.Equal("CONTAINS_ADMIN_SUFFIX", Assert.Single(name.Findings).Code);
    }

    [Fact]
    [Trait("Rule", "NAM-08")]
    public void A_name_fixed_elsewhere_is_refused_without_them() => Assert.Equal(
        ["EMPTY", "DOCUMENT_REQUIRED", "REASON_REQUIRED", "APPROVER_REQUIRED"],
        OfficialName.ByDecree("", " ", null, "", Sichuan.Rules).Refusals.Select(refusal => refusal.Code));

    private static void Holds(string example, string rule, Func<JsonElement, Outcome<GeneratedName>> generate)
    {
        var row = Parse(example);
        var outcome = generate(row);

        if (row.TryGetProperty("refusal", out var code))
        {
            Assert.Equal(code.GetString(), Assert.Single(outcome.Refusals).Code);
            return;
        }

        Assert.Equal((row.Text("expect"), rule), (outcome.Value.Text, outcome.Value.Rule));
        Assert.Empty(outcome.Value.Findings);
        Assert.Empty(OfficialName.Check(outcome.Value.Text, Sichuan.Rules));
    }

    private static JsonElement Parse(string example)
    {
        using var document = JsonDocument.Parse(example);
        return document.RootElement.Clone();
    }

    private static Zone National(string name) => new() { FullName = name, Level = ZoneLevel.National, LevelDocument = "国函〔2010〕1号" };

    [Theory]
    [Trait("Rule", "PLT-03")]
    [InlineData("四川省（绵阳市）知识产权公共服务平台", true)]
    [InlineData("四川省(绵阳市)知识产权公共服务平台", true)]
    [InlineData("四川省（德阳市）知识产权公共服务平台", false)]
    [InlineData("四川省（绵阳）知识产权公共服务平台", false)]
    [InlineData("四川省（绵阳市）知识产权服务平台", false)]
    public void A_text_that_only_keeps_the_suffix_is_known(string text, bool only) =>
        Assert.Equal(only, OfficialName.DiffersInSuffixAlone(text, "四川省（绵阳）知识产权公共服务平台", Sichuan.Rules));

    [Fact]
    [Trait("Rule", "NAM-04")]
    public void A_zone_that_the_register_does_not_know_as_national_gets_no_national_name()
    {
        var rules = Sichuan.Rules with { Zones = [new() { FullName = "遂宁高新技术产业园区", RegisteredShortName = "遂宁高新区", Level = ZoneLevel.Provincial }] };

        Assert.Equal("ZONE_NOT_NATIONAL", OfficialName.ForNationalZone(rules.ZoneOf("遂宁高新技术产业园区"), rules).Refusals[0].Code);
        Assert.Equal("ZONE_NOT_NATIONAL", OfficialName.ForNationalZone(rules.ZoneOf("某某高新技术产业开发区"), rules).Refusals[0].Code);
        Assert.True(OfficialName.ForNationalZone(Sichuan.Rules.ZoneOf("某某高新技术产业开发区"), Sichuan.Rules).IsDone);
    }
}
