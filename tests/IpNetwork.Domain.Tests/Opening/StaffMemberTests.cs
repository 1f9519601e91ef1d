using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Opening;
using Xunit;

namespace IpNetwork.Domain.Tests.Opening;

public sealed class StaffMemberTests
{
    private static readonly NodeId Here = new(7);
    private static readonly NodeId There = new(8);
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Appointed = new(2026, 11, 2);

    [Theory]
    [InlineData("2023-11-02", null, null, null, true)]
    [InlineData("2023-12-02", null, null, null, false)]
    [InlineData("2020-01-01", "2022-12-31", null, null, true)]
    [InlineData("2020-01-01", "2022-12-30", null, null, false)]
    [InlineData(null, null, "专利代理师资格证 5101234", null, true)]
    [InlineData(null, null, null, Degree.Bachelor, true)]
    [InlineData(null, null, null, Degree.Doctor, true)]
    [InlineData(null, null, null, Degree.College, false)]
    [InlineData(null, null, null, null, false)]
    [Trait("Rule", "STF-02")]
    public void A_manager_needs_one_of_three(string? since, string? until, string? certificate, Degree? degree, bool fits)
    {
        var qualification = new Qualification { IpWorkSince = Day(since), IpWorkUntil = Day(until), Certificate = certificate, Degree = degree };

        var outcome = Employ(Draft() with { Post = StaffPost.Manager, Qualification = qualification });

        Assert.Equal(fits ? [] : ["MANAGER_NOT_QUALIFIED"], Codes(outcome));
    }

    [Fact]
    [Trait("Rule", "STF-02")]
    public void Business_staff_need_none_of_them() => Assert.True(Employ(Draft()).IsDone);

    [Fact]
    [Trait("Rule", "STF-01")]
    public void A_person_counts_in_full_at_one_node_alone()
    {
        var there = StaffMember.Employ(There, Draft() with { To = new(2026, 11, 20) }, [], [], Now).Value.MarkOfFullTime()!;

        Assert.Equal(["STAFF_DOUBLE_COUNTED"], Codes(Employ(Draft(), elsewhere: [there])));
        Assert.True(Employ(Draft() with { Employment = EmploymentType.PartTime }, elsewhere: [there]).IsDone);
        Assert.True(Employ(Draft() with { From = new(2026, 11, 21) }, elsewhere: [there]).IsDone);
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public void A_person_is_listed_once_at_a_time()
    {
        var first = Employ(Draft()).Value;

        Assert.Equal(["STAFF_DOUBLE_COUNTED"], Codes(Employ(Draft(), here: [first])));
        Assert.True(first.Leave(new(2026, 11, 10), Now).IsDone);
        Assert.True(Employ(Draft() with { From = new(2026, 11, 11) }, here: [first]).IsDone);
    }

    [Theory]
    [InlineData(null, "BAD_DATE")]
    [InlineData("2026-11-01", "BAD_DATE")]
    [InlineData("2026-11-02", null)]
    [Trait("Rule", "STF-01")]
    public void Leaving_has_a_day_that_is_not_before_the_first(string? last, string? code)
    {
        var outcome = Employ(Draft()).Value.Leave(Day(last), Now);

        Assert.Equal(code is null ? [] : [code], outcome.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public void Who_left_may_have_left_earlier_and_not_later()
    {
        var member = Employ(Draft()).Value;
        Assert.True(member.Leave(new(2026, 11, 20), Now).IsDone);

        Assert.Equal(["ALREADY_LEFT"], member.Leave(new(2026, 11, 21), Now).Refusals.Select(refusal => refusal.Code));
        Assert.True(member.Leave(new(2026, 11, 19), Now).IsDone);
    }

    [Fact]
    [Trait("Rule", "STF-01")]
    public void Everything_wrong_with_an_entry_is_said_at_once() => Assert.Equal(
        ["EMPTY", "UNKNOWN_VALUE", "UNKNOWN_VALUE", "BAD_DATE"],
        Codes(Employ(Draft() with { Name = " ", Post = null, Employment = null, From = null })));

    [Fact]
    [Trait("Rule", "STF-01")]
    public void A_node_whose_only_manager_is_part_time_is_not_ready()
    {
        var manager = Draft() with { Post = StaffPost.Manager, Qualification = new() { Degree = Degree.Master } };

        Assert.False(ManagerPart(Employ(manager with { Employment = EmploymentType.PartTime }).Value).IsDone);
        Assert.True(ManagerPart(Employ(manager).Value).IsDone);
    }

    private static ReadinessItem ManagerPart(StaffMember manager) =>
        Readiness.Of(new() { IsOpenToPublic = false, Working = [manager] }).Items.Single(item => item.Part is ReadinessPart.Manager);

    private static Outcome<StaffMember> Employ(StaffDraft draft, StaffMember[]? here = null, FullTimeMark[]? elsewhere = null) =>
        StaffMember.Employ(Here, draft, here ?? [], elsewhere ?? [], Now);

    private static StaffDraft Draft() => new()
    {
        Name = "李蓉",
        Mark = "m1",
        MaskedNumber = "5101***********1234",
        Post = StaffPost.Business,
        Employment = EmploymentType.FullTime,
        From = Appointed,
    };

    private static IEnumerable<string> Codes(Outcome<StaffMember> outcome) => outcome.IsDone ? [] : outcome.Refusals.Select(refusal => refusal.Code);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
