using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Xunit;
using static IpNetwork.Domain.Tests.Establishment.Written;

namespace IpNetwork.Domain.Tests.Establishment;

public sealed class FormRulesTests
{
    [Fact]
    [Trait("Rule", "APP-02")]
    public void A_complete_form_is_fine() => Assert.Empty(FormRules.OnSubmitting(Form));

    [Theory]
    [InlineData("planWorkBody")]
    [InlineData("planContents")]
    [InlineData("planSchedule")]
    [InlineData("planResults")]
    [InlineData("planGuarantee")]
    [Trait("Rule", "APP-02")]
    public void Every_heading_of_the_plan_is_written(string field)
    {
        var plan = field switch
        {
            "planWorkBody" => Form.Plan with { WorkBody = " " },
            "planContents" => Form.Plan with { Contents = "" },
            "planSchedule" => Form.Plan with { Schedule = "\n" },
            "planResults" => Form.Plan with { ExpectedResults = "" },
            _ => Form.Plan with { Guarantee = "" },
        };

        var refusal = Assert.Single(FormRules.OnSubmitting(Form with { Plan = plan }));

        Assert.Equal(("PLAN_INCOMPLETE", field), (refusal.Code, refusal.Field));
    }

    [Fact]
    [Trait("Rule", "MODE-06")]
    public void The_organisation_is_advice_and_may_be_left_out() =>
        Assert.Empty(FormRules.OnSubmitting(Form with { Plan = Form.Plan with { Organisation = "" } }));

    [Fact]
    [Trait("Rule", "APP-05")]
    public void The_builder_states_that_all_is_true() =>
        Assert.Equal(["STATEMENT_MISSING"], FormRules.OnSubmitting(Form with { StatedTrue = false }).Codes());

    [Fact]
    [Trait("Rule", "EST-01")]
    public void Nobody_counts_twice()
    {
        var refusal = Assert.Single(FormRules.OnSubmitting(Form with { Staff = [.. Form.Staff, Form.Staff[1] with { Key = "k9", Name = "另名" }] }));

        Assert.Equal(("STAFF_DOUBLE_COUNTED", "staff[6].idNumber"), (refusal.Code, refusal.Field));
    }

    [Fact]
    [Trait("Rule", "EST-01")]
    public void Everybody_has_a_name_and_a_number() =>
        Assert.Equal(
            ["staff[0].name", "staff[1].idNumber"],
            FormRules.OnSubmitting(Form with { Staff = [Form.Staff[0] with { Name = "" }, Form.Staff[1] with { IdentityMark = null }] }).Select(refusal => refusal.Field));

    public static TheoryData<string, string, ApplicationForm> Unfit() => new()
    {
        { "BAD_NUMBER", "area", Form with { Premises = Form.Premises with { Area = -1 } } },
        { "BAD_NUMBER", "computers", Form with { Equipment = Form.Equipment with { Computers = -1 } } },
        { "BAD_NUMBER", "fundAmount", Form with { Funds = Form.Funds with { Amount = -0.01m } } },
        { "TEXT_TOO_LONG", "placeName", Form with { Prospect = Form.Prospect with { PlaceName = new('长', 61) } } },
        { "TEXT_TOO_LONG", "planContents", Form with { Plan = Form.Plan with { Contents = new('长', 5_001) } } },
        { "TEXT_TOO_LONG", "staff[0].name", Form with { Staff = [Form.Staff[0] with { Name = new('长', 51) }] } },
        { "TEXT_TOO_LONG", "builders[0].uscc", Form with { Builders = [Form.Builders[0] with { Uscc = new('1', 51) }] } },
        { "TEXT_TOO_LONG", "waiver.WORKSPACE", Form with { WaiverReasons = new Dictionary<string, string> { ["WORKSPACE"] = new('长', 1_001) } } },
        { "TOO_MANY", "builders", Form with { Builders = [.. Enumerable.Repeat(Builder(), FormRules.MostBuilders + 1)] } },
        { "TOO_MANY", "staff", Form with { Staff = People(FormRules.MostStaff + 1) } },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    [Trait("Rule", "EST-01")]
    public void Even_a_draft_keeps_nothing_that_does_not_fit(string code, string field, ApplicationForm form)
    {
        var refusal = Assert.Single(FormRules.OnWriting(form));

        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    [Fact]
    [Trait("Rule", "APP-10")]
    public void A_draft_may_be_empty() => Assert.Empty(FormRules.OnWriting(new()));

    [Theory]
    [InlineData(NodeKind.City, "510900", null)]
    [InlineData(NodeKind.City, "510903", "BAD_DIVISION_CODE")]
    [InlineData(NodeKind.City, "5109", "BAD_DIVISION_CODE")]
    [InlineData(NodeKind.City, "51090a", "BAD_DIVISION_CODE")]
    [InlineData(NodeKind.County, "510903", null)]
    [InlineData(NodeKind.County, "510900", "BAD_DIVISION_CODE")]
    [InlineData(NodeKind.Workstation, "510900", null)]
    [InlineData(NodeKind.Province, "510000", "CHOICE_MISSING")]
    [Trait("Rule", "APP-10")]
    public void A_prospect_has_a_kind_and_the_code_of_its_level(NodeKind kind, string division, string? code) =>
        Assert.Equal(code is null ? [] : [code], FormRules.OnSubmitting(Form with { Prospect = Form.Prospect with { Kind = kind, DivisionCode = division } }).Codes());

    [Theory]
    [InlineData(NodeKind.City, "510900", "遂宁", NodeKind.City, "510900", "遂宁市", true)]
    [InlineData(NodeKind.City, "510900", "遂宁市", NodeKind.City, "511000", "遂宁市", false)]
    [InlineData(NodeKind.County, "510903", "船山区", NodeKind.City, "510900", "船山区", false)]
    [InlineData(NodeKind.KeyPark, "510900", "遂宁高新（区）", NodeKind.KeyPark, "510903", "遂宁高新 (区)", true)]
    [InlineData(NodeKind.KeyPark, "510900", "遂宁高新区", NodeKind.KeyPark, "511000", "遂宁高新区", false)]
    [InlineData(NodeKind.Workstation, "510900", "甲园区", NodeKind.Workstation, "510900", "乙园区", false)]
    [Trait("Rule", "APP-10")]
    public void Two_prospects_are_one_node_where_place_and_kind_are(NodeKind kind, string division, string place, NodeKind otherKind, string otherDivision, string otherPlace, bool isSame)
    {
        var (one, other) = (new Prospect { Kind = kind, DivisionCode = division, PlaceName = place }, new Prospect { Kind = otherKind, DivisionCode = otherDivision, PlaceName = otherPlace });

        Assert.Equal(isSame, one.Key == other.Key);
        Assert.Equal(isSame, one.IsNode(otherKind, otherDivision, otherPlace, "别名"));
    }
}
