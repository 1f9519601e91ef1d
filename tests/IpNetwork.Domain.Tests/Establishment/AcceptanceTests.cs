using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Xunit;
using static IpNetwork.Domain.Tests.Establishment.DecidingGiven;

namespace IpNetwork.Domain.Tests.Establishment;

public sealed class AcceptanceTests
{
    [Fact]
    [Trait("Rule", "ACC-01")]
    public void Without_a_checklist_nothing_is_confirmed()
    {
        Assert.Equal("NO_CHECKLIST", AcceptanceRequested().ConfirmInspection("beichuan", Leader).Code());
        Assert.Equal("NO_CHECKLIST", AcceptanceRequested().Inspect(Qualifying() with { Checklist = [new("government", true, "窗口")] }, Rules, Assessor).Code());
    }

    [Fact]
    [Trait("Rule", "ACC-01")]
    public void What_is_not_there_does_not_qualify()
    {
        var entry = Qualifying() with { Checklist = [new("government", true, "窗口"), new("training", false, "没有课程")] };

        Assert.Equal("MODULE_NOT_MET", AcceptanceRequested().Inspect(entry, Rules, Assessor).Code());
        Assert.True(AcceptanceRequested().Inspect(entry with { Qualifies = false, Defects = "没有课程" }, Rules, Assessor).IsDone);
    }

    [Theory]
    [Trait("Rule", "ACC-02")]
    [InlineData(230, 5, 4, null)]
    [InlineData(230, 4, 4, "CONDITION_NOT_MET")]
    [InlineData(230, 5, 3, "CONDITION_NOT_MET")]
    [InlineData(199.99, 5, 4, "CONDITION_NOT_MET")]
    public void Thresholds_are_measured_again_on_the_premises(double area, int staff, int computers, string? code) =>
        Assert.Equal(code, AcceptanceRequested(Form(NodeKind.City)).Inspect(Qualifying() with { Measured = new((decimal)area, staff, computers) }, Rules, Assessor).Code());

    [Fact]
    [Trait("Rule", "ACC-02")]
    public void A_soft_shortfall_may_be_waived_at_acceptance_too()
    {
        var entry = Qualifying(area: 186) with { Waivers = [new(Threshold.Workspace, true, "扩建在即")] };

        Assert.True(AcceptanceRequested(Form(NodeKind.City)).Inspect(entry, Rules, Assessor).IsDone);
    }

    [Fact]
    [Trait("Rule", "ACC-01")]
    public void Another_person_confirms()
    {
        var application = AcceptanceRequested();
        application.Inspect(Qualifying(), Rules, Leader).Done();
        Assert.Equal("SAME_PERSON", application.ConfirmInspection("beichuan", Leader).Code());
        application.SendBackInspection("清单太略", Colleague).Done();
        application.Inspect(Qualifying(), Rules, Assessor).Done();

        Assert.Equal("SAME_PERSON", application.ConfirmInspection("beichuan", Leader).Code());
        Assert.True(application.ConfirmInspection("beichuan", Colleague).IsDone);
        Assert.Equal((ApplicationStatus.Accepted, "beichuan"), (application.Status, application.FoundedSlug));
    }

    [Fact]
    [Trait("Rule", "ACC-01")]
    public void Not_yet_goes_back_to_building_and_may_be_asked_again()
    {
        var application = AcceptanceRequested();
        application.Inspect(Qualifying() with { Qualifies = false, Defects = "没有课程" }, Rules, Assessor).Done();
        application.ConfirmInspection(null, Leader).Done();
        Assert.Equal((ApplicationStatus.Building, new DateOnly(2026, 12, 31)), (application.Status, application.DueOn));

        application.RequestAcceptance("课程补上了", Rules, Morning.AddDays(1)).Done();

        Assert.Equal(2, application.LatestInspection!.Number);
        Assert.True(application.LatestInspection.Qualifies is null);
    }

    [Fact]
    [Trait("Rule", "ACC-01")]
    public void A_no_says_what_is_missing_and_a_yes_names_the_address()
    {
        Assert.Equal("EMPTY", AcceptanceRequested().Inspect(Qualifying() with { Qualifies = false }, Rules, Assessor).Code());
        var application = AcceptanceRequested();
        application.Inspect(Qualifying(), Rules, Assessor).Done();
        Assert.Equal("EMPTY", application.ConfirmInspection(" ", Leader).Code());
    }
}
