using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Plates;
using Xunit;

namespace IpNetwork.Domain.Tests.Plates;

public sealed class PlateWordingTests
{
    private const string WithSuffix = "四川省（绵阳市）知识产权公共服务平台";
    private static readonly Refusal Suffix = Refusal.Input("CONTAINS_ADMIN_SUFFIX", "officialName", "带有后缀");
    private static readonly PlatePattern Pattern = new(Given.Wording() with { Inputs = new(new Dictionary<string, string> { ["city"] = "绵阳市" }) }, []);

    [Fact]
    [Trait("Rule", "PLT-02")]
    public void Without_other_words_the_patterns_are_taken_with_their_rule()
    {
        var wording = PlateWording.Settle(Pattern, TypedWording.Nothing).Value;

        Assert.Equal((Given.Text, "NAM-03", "绵阳市"), (wording.Text, wording.Rule, wording.Inputs.Values["city"]));
    }

    [Fact]
    [Trait("Rule", "PLT-02")]
    public void Typing_the_patterns_words_changes_nothing() => Assert.Equal("NAM-03", PlateWording.Settle(Pattern, Typed(Given.Text)).Value.Rule);

    [Theory]
    [Trait("Rule", "PLT-02")]
    [Trait("Rule", "NAM-08")]
    [InlineData(null, null, "PLATE_PATTERN")]
    [InlineData("川知〔2026〕1号", null, "REASON_REQUIRED")]
    [InlineData(null, "另有规定", "DOCUMENT_REQUIRED")]
    [InlineData("川知〔2026〕1号", "另有规定", "")]
    public void Other_words_need_a_document_and_a_reason(string? document, string? reason, string code) =>
        Assert.Equal(code, Given.Code(PlateWording.Settle(Pattern, Typed("四川知识产权绵阳平台") with { Document = document, Reason = reason })));

    [Fact]
    [Trait("Rule", "NAM-08")]
    public void Words_by_decree_carry_what_they_stand_on()
    {
        var wording = PlateWording.Settle(Pattern, Typed("四川知识产权绵阳平台") with { Document = "川知〔2026〕1号", Reason = "另有规定" }).Value;

        Assert.Equal(("NAM-08", "川知〔2026〕1号", "另有规定"), (wording.Rule, wording.Inputs.Values["document"], wording.Inputs.Values["reason"]));
    }

    [Fact]
    [Trait("Rule", "PLT-03")]
    public void A_suffix_left_in_needs_a_reason_and_no_document()
    {
        var typed = Typed(WithSuffix) with { SuffixFinding = Suffix, DiffersOnlyInSuffix = true };

        Assert.Equal("CONTAINS_ADMIN_SUFFIX", Given.Code(PlateWording.Settle(Pattern, typed)));
        var kept = PlateWording.Settle(Pattern, typed with { SuffixReason = "沿用旧牌" }).Value;
        Assert.Equal(("NAM-03", WithSuffix, "沿用旧牌"), (kept.Rule, kept.Text, kept.Inputs.Values["suffixReason"]));
    }

    [Fact]
    [Trait("Rule", "NAM-08")]
    public void Where_no_pattern_fits_only_a_decree_gives_words()
    {
        var none = new PlatePattern(null, [PlateRefusals.NotByPattern(null)]);

        Assert.Equal("PLATE_PATTERN", Given.Code(PlateWording.Settle(none, TypedWording.Nothing)));
        Assert.Equal("NAM-08", PlateWording.Settle(none, Typed("四川省（江油）知识产权公共服务平台") with { Document = "川知〔2026〕1号", Reason = "县级平台" }).Value.Rule);
    }

    [Fact]
    [Trait("Rule", "NAM-06")]
    public void What_is_barred_no_document_allows()
    {
        var barred = new PlatePattern(null, [new("CHENGDU_CITY_BRANCH_NOT_ALLOWED", "成都市本级不设分中心。")]) { IsBarred = true };

        Assert.Equal("CHENGDU_CITY_BRANCH_NOT_ALLOWED", Given.Code(PlateWording.Settle(barred, Typed("四川省知识产权保护中心成都分中心") with { Document = "川知〔2026〕1号", Reason = "另有规定" })));
    }

    private static TypedWording Typed(string text) => new() { Text = new(text, text) };
}
