using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Tests.Vectors;
using Xunit;

namespace IpNetwork.Domain.Tests.Kernel;

public sealed class CodeTests
{
    private const string Guangzhou = "11440100007483172Q3440106043001";
    private static readonly DateOnly Today = Days.Of("2026-11-20");

    public static TheoryData<string> ValidUsccs() => Texts("uscc", "valid");

    public static TheoryData<string> InvalidUsccs() => Texts("uscc", "invalid");

    public static TheoryData<string> ValidCitizenNumbers() => Texts("citizenNumber", "valid");

    public static TheoryData<string> InvalidCitizenNumbers() => Texts("citizenNumber", "invalid");

    public static TheoryData<string> ItemCodes() => [.. Vector.Read("codes").GetProperty("itemCode").EnumerateArray().Select(row => row.Text("code"))];

    [Theory]
    [Trait("Rule", "CAT-16")]
    [MemberData(nameof(ValidUsccs))]
    public void A_real_credit_code_is_read(string code)
    {
        var uscc = UnifiedSocialCreditCode.Parse(code).Value;

        Assert.Equal((code, code[..2], code[2..8], code[8..17]), (uscc.Text, uscc.Category, uscc.DivisionCode, uscc.OrganisationCode));
    }

    [Theory]
    [Trait("Rule", "CAT-16")]
    [MemberData(nameof(InvalidUsccs))]
    public void A_false_credit_code_is_refused(string code)
    {
        var refusal = Assert.Single(UnifiedSocialCreditCode.Parse(code, "body").Refusals);

        Assert.Equal(("BAD_USCC", "body", RefusalKind.Input), (refusal.Code, refusal.Field, refusal.Kind));
    }

    [Theory]
    [Trait("Rule", "CAT-16")]
    [InlineData(" 11440100007483172q ")]
    [InlineData("１１４４０１００００７４８３１７２Ｑ")]
    [InlineData("　11440100007483172Q\t")]
    public void What_people_type_for_a_credit_code_is_understood(string typed) =>
        Assert.Equal("11440100007483172Q", UnifiedSocialCreditCode.Parse(typed).Value.Text);

    [Theory]
    [Trait("Rule", "CAT-16")]
    [InlineData(null, "没有填")]
    [InlineData(" ", "没有填")]
    [InlineData("9151010O", "第 8 位是“O”")]
    [InlineData("11440100 007483172Q", "第 9 位是空格")]
    [InlineData("1144010000748317中Q", "第 17 位是“中”")]
    [InlineData("11440100\u200B07483172Q", "第 9 位是不可见字符")]
    [InlineData("11440100😀07483172Q", "第 9 位是“😀”")]
    [InlineData("1144010000748317", "有 16 位")]
    [InlineData("11440100007483172QQ", "有 19 位")]
    [InlineData("11440100007483172A", "校验位")]
    [InlineData("21440100007483172Q", "校验位")]
    public void The_first_thing_wrong_with_a_credit_code_is_named(string? typed, string said) =>
        Assert.Contains(said, Assert.Single(UnifiedSocialCreditCode.Parse(typed).Refusals).Message, StringComparison.Ordinal);

    [Fact]
    [Trait("Rule", "CAT-16")]
    public void Hostile_text_for_a_credit_code_is_refused_and_not_quoted()
    {
        Assert.Equal("BAD_USCC", Assert.Single(UnifiedSocialCreditCode.Parse("1144010000\uD8007483172Q").Refusals).Code);
        Assert.Contains("有 100000 位", Assert.Single(UnifiedSocialCreditCode.Parse(new string('﷽', 100_000)).Refusals).Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-16")]
    public void An_unsound_organisation_code_inside_is_only_remarked()
    {
        Assert.True(UnifiedSocialCreditCode.Parse("11440100007483172Q").Value.HasSoundOrganisationCode);
        Assert.False(UnifiedSocialCreditCode.Parse("123456789012345678").Value.HasSoundOrganisationCode);
    }

    [Theory]
    [MemberData(nameof(ValidCitizenNumbers))]
    public void A_real_citizen_number_is_read_and_shown_masked(string number)
    {
        var citizen = CitizenNumber.Parse(number, Today).Value;

        Assert.Equal(number, citizen.Text);
        Assert.Equal($"{number[..3]}***********{number[^4..]}", citizen.Masked);
        Assert.Equal(citizen.Masked, $"{citizen}");
    }

    [Theory]
    [MemberData(nameof(InvalidCitizenNumbers))]
    public void A_false_citizen_number_is_refused(string number) =>
        Assert.Equal("BAD_CITIZEN_NUMBER", Assert.Single(CitizenNumber.Parse(number, Today).Refusals).Code);

    [Theory]
    [InlineData("11010519491231002x", "11010519491231002X")]
    [InlineData(" 810000199408230021 ", "810000199408230021")]
    public void Lower_case_x_and_residence_permits_are_understood(string typed, string number) =>
        Assert.Equal(number, CitizenNumber.Parse(typed, Today).Value.Text);

    [Theory]
    [InlineData(null, "没有填")]
    [InlineData("1101051949123100X2", "第 17 位是“X”")]
    [InlineData("１10105194912310021", "第 1 位是“１”")]
    [InlineData("110105491231002", "有 15 位")]
    [InlineData("110105194902300020", "不是真实的出生日期")]
    [InlineData("11010520261121002X", "晚于今天")]
    [InlineData("110105194912310021", "校验位")]
    public void The_first_thing_wrong_with_a_citizen_number_is_named(string? typed, string said) =>
        Assert.Contains(said, Assert.Single(CitizenNumber.Parse(typed, Today).Refusals).Message, StringComparison.Ordinal);

    [Fact]
    public void Born_today_is_born() =>
        Assert.Contains("校验位", Assert.Single(CitizenNumber.Parse("110105202611200020", Today).Refusals).Message, StringComparison.Ordinal);

    [Theory]
    [Trait("Rule", "CAT-16")]
    [MemberData(nameof(ItemCodes))]
    public void An_implementing_code_falls_into_its_parts(string code)
    {
        var row = Vector.Read("codes").GetProperty("itemCode").EnumerateArray().Single(row => row.Text("code") == code);
        var parsed = ImplementingCode.Parse(code).Value;
        var basic = BasicCode.Parse(row.Text("basic")).Value;

        Assert.Equal((code, row.Text("uscc"), row.Text("level")), (parsed.Text, parsed.Body.Text, $"{parsed.Level}"));
        Assert.Equal(basic, parsed.Basic);
        Assert.Equal(
            (row.Text("province"), row.Text("itemType"), row.Text("deptSeq"), row.Text("mainItem"), row.Text("subItem")),
            (basic.Province, basic.ItemType, basic.Department, basic.MainItem, basic.SubItem));
    }

    [Theory]
    [Trait("Rule", "CAT-16")]
    [InlineData(null, "没有填")]
    [InlineData("11440100007483172q3440106043001", "第 18 位是“q”")]
    [InlineData("11440100007483172Q344010604300", "有 30 位")]
    [InlineData("11440100007483172A3440106043001", "前 18 位（实施主体）不对：统一社会信用代码的校验位")]
    [InlineData("11440100007483172Q0440106043001", "行使层级）是“0”")]
    [InlineData("11440100007483172Q34A0106043001", "后 12 位（基本编码）不对：基本编码第 2 位是“A”")]
    public void The_first_thing_wrong_with_an_implementing_code_is_named(string? typed, string said)
    {
        var refusal = Assert.Single(ImplementingCode.Parse(typed).Refusals);

        Assert.Equal("BAD_ITEM_CODE", refusal.Code);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "CAT-16")]
    public void Every_wrong_part_of_an_implementing_code_is_named() =>
        Assert.Equal(3, ImplementingCode.Parse("11440100007483172A7A40106043001").Refusals.Count);

    [Theory]
    [Trait("Rule", "CAT-16")]
    [InlineData("511Z07001006", null)]
    [InlineData("", "没有填")]
    [InlineData("5A1007001006", "第 2 位是“A”")]
    [InlineData("511z07001006", "第 4 位是“z”")]
    [InlineData("51100700100", "有 11 位")]
    [InlineData("5110070010060", "有 13 位")]
    public void A_basic_code_has_twelve_characters(string typed, string? said)
    {
        var outcome = BasicCode.Parse(typed);

        Assert.Equal(said is null, outcome.IsDone);
        Assert.All(outcome.Refusals, refusal => Assert.Equal("BAD_ITEM_CODE", refusal.Code));
        Assert.All(outcome.Refusals, refusal => Assert.Contains(said ?? "", refusal.Message, StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Rule", "CAT-16")]
    [InlineData('1', "")]
    [InlineData('2', "Province")]
    [InlineData('3', "City KeyPark Workstation")]
    [InlineData('4', "County KeyPark Workstation")]
    [InlineData('5', "")]
    [InlineData('6', "")]
    public void The_level_must_be_the_nodes(char level, string fitting)
    {
        var code = ImplementingCode.Parse(Guangzhou[..18] + level + Guangzhou[19..]).Value;

        Assert.Equal(
            fitting.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            Enum.GetValues<NodeKind>().Where(code.FitsLevel).Select(kind => kind.ToString()).Order());
        Assert.All(Enum.GetValues<NodeKind>(), kind => Assert.Equal(
            code.FitsLevel(kind) ? [] : ["BAD_ITEM_CODE"], code.CheckLevel(kind).Refusals.Select(refusal => refusal.Code)));
    }

    private static TheoryData<string> Texts(string standard, string list) =>
        [.. Vector.Read("codes").GetProperty(standard).GetProperty(list).EnumerateArray().Select(item => item.GetString() ?? "")];
}
