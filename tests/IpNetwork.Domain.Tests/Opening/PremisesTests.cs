using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Opening;
using Xunit;

namespace IpNetwork.Domain.Tests.Opening;

public sealed class PremisesTests
{
    private static readonly NodeId Here = new(7);
    private static readonly Clerk By = new(new(Guid.Parse("0194a000-0000-7000-8000-000000000001")), "李蓉", new(2026, 11, 27, 2, 0, 0, TimeSpan.Zero));
    private static readonly Threshold Hard = new(Threshold.Workspace, "办公和服务场所", 200, "平方米", Strictness.Hard, "EST-01");
    private static readonly Threshold Soft = Hard with { Minimum = 50, Strictness = Strictness.Soft };

    [Theory]
    [InlineData("200", true)]
    [InlineData("199.99", false)]
    [Trait("Rule", "FAC-01")]
    public void A_hard_area_is_reached_or_refused(string area, bool isDone) =>
        Assert.Equal(isDone ? [] : ["WORKSPACE_BELOW_200"], Codes(Enter(Draft(area), Hard)));

    [Theory]
    [InlineData("49.99", null, "WORKSPACE_BELOW_50")]
    [InlineData("49.99", "与政务大厅共用", null)]
    [InlineData("50", null, null)]
    [Trait("Rule", "FAC-01")]
    public void A_soft_area_that_is_not_reached_needs_a_reason(string area, string? reason, string? code) =>
        Assert.Equal(code is null ? [] : [code], Codes(Enter(Draft(area) with { ShortfallReason = reason }, Soft)));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.001")]
    [InlineData("1000001")]
    [InlineData(null)]
    [Trait("Rule", "FAC-01")]
    public void An_area_is_a_size(string? area) => Assert.Contains("BAD_AREA", Codes(Enter(Draft(area), null)));

    [Fact]
    [Trait("Rule", "FAC-01")]
    public void A_change_comes_after_what_was_and_leaves_it_to_be_read()
    {
        var first = Enter(Draft("300"), Hard).Value;

        Assert.Equal(["BAD_DATE"], Codes(Enter(Draft("300") with { From = first.From.AddDays(-1), Reason = "搬迁" }, Hard, first)));
        Assert.True(Enter(Draft("260") with { Address = "新址", Reason = "搬迁" }, Hard, first).IsDone);
    }

    [Fact]
    [Trait("Rule", "FAC-01")]
    public void A_place_is_not_entered_before_it_is_there() =>
        Assert.Equal(["BAD_DATE"], Codes(Enter(Draft("300") with { From = new(2026, 11, 28) }, Hard)));

    private static Outcome<Premises> Enter(PremisesDraft draft, Threshold? threshold, Premises? current = null) => Premises.Enter(Here, draft, threshold, current, By);

    private static PremisesDraft Draft(string? area) => new()
    {
        From = new(2026, 11, 2),
        Address = "人民路 1 号",
        Area = area is null ? null : decimal.Parse(area, System.Globalization.CultureInfo.InvariantCulture),
        Layout = "窗口 3 个，洽谈室 1 间",
    };

    private static IEnumerable<string> Codes(Outcome<Premises> outcome) => outcome.IsDone ? [] : outcome.Refusals.Select(refusal => refusal.Code);
}
