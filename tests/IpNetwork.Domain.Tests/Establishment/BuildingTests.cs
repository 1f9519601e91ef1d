using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Xunit;
using static IpNetwork.Domain.Tests.Establishment.DecidingGiven;

namespace IpNetwork.Domain.Tests.Establishment;

public sealed class BuildingTests
{
    [Fact]
    [Trait("Rule", "BLD-01")]
    public void Building_ends_with_the_application_year()
    {
        var application = Included();

        Assert.Equal(new DateOnly(2026, 12, 31), application.BuildDueOn);
        Assert.Equal(2026, application.BuildYear);
    }

    [Fact]
    [Trait("Rule", "BLD-02")]
    public void Applied_in_November_and_approved_in_January_a_new_day_must_be_set()
    {
        var application = Proposed(at: new(2026, 11, 28, 2, 0, 0, TimeSpan.Zero));
        var approver = Leader.At(new(2027, 1, 15, 2, 0, 0, TimeSpan.Zero));

        Assert.Equal("DUE_DATE_PAST", application.Decide(Rules, null, null, approver).Code());
        Assert.Equal("EXTENSION_NEEDS_REASON", application.Decide(Rules, new(2027, 6, 30), " ", approver).Code());
        Assert.Equal("BAD_DATE", application.Decide(Rules, new(2027, 1, 15), "评估跨年", approver).Code());
        application.Decide(Rules, new(2027, 6, 30), "评估跨年", approver).Done();

        Assert.Equal(new DateOnly(2027, 6, 30), application.BuildDueOn);
        Assert.Equal((new DateOnly(2026, 12, 31), new DateOnly(2027, 6, 30)), (application.Extensions[0].From, application.Extensions[0].To));
        Assert.Equal(2026, application.ApplicationYear);
    }

    [Fact]
    [Trait("Rule", "BLD-02")]
    public void On_the_last_day_of_the_year_the_usual_day_still_holds() =>
        Assert.True(Proposed(at: new(2026, 11, 28, 2, 0, 0, TimeSpan.Zero)).Decide(Rules, null, null, Leader.At(new(2026, 12, 31, 2, 0, 0, TimeSpan.Zero))).IsDone);

    [Fact]
    [Trait("Rule", "BLD-01")]
    public void A_later_day_needs_its_reason()
    {
        var application = Included();

        Assert.Equal("EXTENSION_NEEDS_REASON", application.Extend(new(2027, 3, 31), "", Leader).Code());
        Assert.Equal("BAD_DATE", application.Extend(new(2026, 12, 31), "改造", Leader).Code());
        Assert.Equal("EMPTY", application.Extend(null, "改造", Leader).Code());
        application.Extend(new(2027, 3, 31), "改造", Leader).Done();

        Assert.Equal((new DateOnly(2027, 3, 31), new DateOnly(2027, 3, 31)), (application.BuildDueOn, application.DueOn));
    }

    [Fact]
    [Trait("Rule", "ACC-01")]
    public void Acceptance_before_any_progress_is_refused() =>
        Assert.Equal("NO_PROGRESS", Included().RequestAcceptance("建成", Rules, Morning).Code());
}
