using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Opening;
using Xunit;

namespace IpNetwork.Domain.Tests.Opening;

public sealed class NodeModuleTests
{
    private static readonly NodeId Here = new(7);
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Rule", "NET-04")]
    public void A_module_is_asked_for_allotted_and_switched_on()
    {
        var module = Applied();
        Assert.Equal(["NOT_ALLOTTED"], Codes(module.SwitchOn(Switch(), Now)));
        Assert.True(module.Allot("运用促进处", null, Now).IsDone);

        Assert.True(module.SwitchOn(Switch(), Now).IsDone);
        Assert.Equal((ModuleState.On, new DateOnly(2026, 11, 27)), (module.State, module.SwitchedOn!.Value));
    }

    [Theory]
    [InlineData(NodeStatus.Qualified, false)]
    [InlineData(NodeStatus.Suspended, false)]
    [InlineData(NodeStatus.Operating, true)]
    [InlineData(NodeStatus.Rectifying, true)]
    [Trait("Rule", "NET-04")]
    public void Only_a_node_that_operates_switches_on(NodeStatus status, bool isDone) =>
        Assert.Equal(isDone ? [] : ["NODE_NOT_OPERATING"], Codes(Allotted().SwitchOn(Switch() with { Status = status }, Now)));

    [Theory]
    [InlineData("", "二层 3 号窗口", true, 1, "网上入口")]
    [InlineData("/services", " ", true, 1, "服务地点")]
    [InlineData("/services", "二层 3 号窗口", false, 1, "服务地点")]
    [InlineData("/services", "二层 3 号窗口", true, 0, "负责人员")]
    [Trait("Rule", "NET-05")]
    public void One_carrier_has_an_entry_a_place_and_people(string entry, string place, bool hasPremises, int people, string lacks)
    {
        var outcome = Allotted().SwitchOn(Switch() with { PortalEntry = entry, Place = place, HasPremises = hasPremises, People = people }, Now);

        Assert.Equal(["MODULE_NOT_STAFFED"], Codes(outcome));
        Assert.Contains(lacks, outcome.Refusals[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("services")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.gov.cn/")]
    [Trait("Rule", "NET-05")]
    public void An_entry_is_a_page_of_the_node_or_a_web_address(string entry) =>
        Assert.Equal(["BAD_LINK"], Codes(Allotted().SwitchOn(Switch() with { PortalEntry = entry }, Now)));

    [Fact]
    [Trait("Rule", "NET-04")]
    public void What_is_not_asked_for_is_not_allotted_twice_or_refused()
    {
        var module = Allotted();

        Assert.Equal(["NOT_APPLIED"], Codes(module.Allot("运用促进处", null, Now)));
        Assert.Equal(["NOT_APPLIED"], Codes(module.Decline("不成熟", Now)));
        Assert.Equal(["ALREADY_APPLIED"], Codes(module.ApplyAgain(Now)));
        Assert.Equal(["NOT_ON"], Codes(module.SwitchOff("整修", Now)));
    }

    [Fact]
    [Trait("Rule", "NET-04")]
    public void A_refusal_has_a_reason_and_may_be_asked_again()
    {
        var module = Applied();

        Assert.Equal(["REASON_REQUIRED"], Codes(module.Decline(" ", Now)));
        Assert.True(module.Decline("还不成熟", Now).IsDone);
        Assert.True(module.ApplyAgain(Now).IsDone);
        Assert.Equal((ModuleState.Applied, null), (module.State, module.Reason));
    }

    [Fact]
    [Trait("Rule", "NET-04")]
    public void A_module_the_province_does_not_have_is_unknown() =>
        Assert.Equal(["UNKNOWN_MODULE"], NodeModule.Apply(Here, "NONE", ["CONSULT"], Now).Refusals.Select(refusal => refusal.Code));

    private static NodeModule Applied() => NodeModule.Apply(Here, "CONSULT", ["CONSULT"], Now).Value;

    private static NodeModule Allotted() => NodeModule.Inherit(Here, "CONSULT", "运用促进处", Now);

    private static ModuleSwitch Switch() => new() { Status = NodeStatus.Operating, PortalEntry = "/services", Place = "二层 3 号窗口", HasPremises = true, People = 1 };

    private static IEnumerable<string> Codes(Outcome outcome) => outcome.IsDone ? [] : outcome.Refusals.Select(refusal => refusal.Code);
}
