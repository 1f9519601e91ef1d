using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Tests.Vectors;
using Xunit;

namespace IpNetwork.Domain.Tests.Establishment;

public sealed class ConditionsTests
{
    public static TheoryData<NodeKind, decimal, int, int, string[]> Boundaries()
    {
        var data = new TheoryData<NodeKind, decimal, int, int, string[]>();
        foreach (var row in Vector.Read("establishment").GetProperty("boundaries").EnumerateArray())
        {
            data.Add(
                Enum.Parse<NodeKind>(row.Text("kind")), row.GetProperty("area").GetDecimal(), row.GetProperty("staff").GetInt32(), row.GetProperty("computers").GetInt32(),
                [.. row.GetProperty("expect").EnumerateArray().Select(code => code.GetString()!)]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Boundaries))]
    [Trait("Rule", "EST-01")]
    [Trait("Rule", "EST-02")]
    public void The_number_itself_is_enough_and_one_less_is_not(NodeKind kind, decimal area, int staff, int computers, string[] expected)
    {
        var form = Written.Form with
        {
            Prospect = Written.Form.Prospect with { Kind = kind },
            Premises = Written.Form.Premises with { Area = area },
            Staff = Written.People(staff),
            Equipment = Written.Form.Equipment with { Computers = computers },
            Demand = Written.Form.Demand with { AssuresContinuity = true },
        };

        var missed = Conditions.Check(Written.Rules.SetOf(kind), form).Where(result => result.Verdict is not ConditionVerdict.Pass);

        Assert.Equal(expected, missed.Select(result => $"{(result.Verdict is ConditionVerdict.SoftFail ? "Soft" : "Hard")} {result.RefusalCode}"));
    }

    [Fact]
    [Trait("Rule", "EST-01")]
    public void Every_condition_is_told_with_its_clause_what_it_asks_and_what_there_is()
    {
        var workspace = Conditions.Check(Written.City, Written.Form with { Premises = Written.Form.Premises with { Area = 199.99m } })[0];

        Assert.Equal(("不少于 200 平方米", "199.99 平方米", "EST-01b"), (workspace.Required, workspace.Actual, workspace.Clause));
    }

    [Fact]
    [Trait("Rule", "EST-01")]
    public void What_was_not_filled_in_is_missed() =>
        Assert.Equal(
            ["WORKSPACE_BELOW_200", "STAFF_BELOW_5", "COMPUTERS_BELOW_4", .. Enumerable.Repeat("CONDITION_NOT_MET", 5)],
            Conditions.Check(Written.City, new()).Select(result => result.RefusalCode));

    public static TheoryData<string, ApplicationForm> Lacking() => new()
    {
        { "DEMAND", Written.Form with { Demand = Written.Form.Demand with { Figures = " " } } },
        { "SITE", Written.Form with { Premises = Written.Form.Premises with { IsConcentrated = false } } },
        { "SITE", Written.Form with { Premises = Written.Form.Premises with { IsShared = true, SharedWith = "" } } },
        { "DEPARTMENT", Written.Form with { Funds = Written.Form.Funds with { Department = "" } } },
        { "EQUIPMENT", Written.Form with { Equipment = Written.Form.Equipment with { HasInternet = false } } },
        { "FUNDS", Written.Form with { Funds = Written.Form.Funds with { Amount = 0 } } },
        { "FUNDS", Written.Form with { Plan = Written.Form.Plan with { Guarantee = "" } } },
        { "CONTINUITY", Written.Form },
    };

    [Theory]
    [MemberData(nameof(Lacking))]
    [Trait("Rule", "EST-01")]
    [Trait("Rule", "EST-02")]
    public void A_judged_condition_is_missed_while_its_part_is_not_written(string code, ApplicationForm form)
    {
        var result = Conditions.Check(Written.KeyPark, form).Single(result => result.Code == code);

        Assert.Equal((ConditionVerdict.HardFail, "CONDITION_NOT_MET"), (result.Verdict, result.RefusalCode));
    }

    [Fact]
    [Trait("Rule", "EST-01")]
    public void A_shared_site_with_its_partner_is_fine() =>
        Assert.DoesNotContain(
            Conditions.Check(Written.City, Written.Form with { Premises = Written.Form.Premises with { IsShared = true, SharedWith = "政务服务大厅" } }),
            result => result.Verdict is not ConditionVerdict.Pass);
}
