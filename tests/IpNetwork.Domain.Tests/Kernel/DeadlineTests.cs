using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Tests.Vectors;
using Xunit;

namespace IpNetwork.Domain.Tests.Kernel;

[Trait("Rule", "SVC-05")]
public sealed class DeadlineTests
{
    private static readonly WorkCalendar Calendar = Vector.Calendar(2024, 2025, 2026);

    [Fact]
    public void Without_a_stop_it_is_the_calendars_count()
    {
        var deadline = Count("2026-09-30", 7);

        Assert.Equal(Days.Of("2026-10-15"), deadline.DueOn);
        Assert.False(deadline.IsProvisional);
    }

    [Fact]
    public void Days_of_a_stop_are_not_counted_neither_its_first_nor_its_last()
    {
        // Monday 9 March; 10 and 11 count, 12 to 17 stand still, 18, 19 and 20 count.
        var deadline = Count("2026-03-09", 5, Stop("2026-03-12", "2026-03-17"));

        Assert.Equal(Days.Of("2026-03-20"), deadline.DueOn);
    }

    [Fact]
    public void Several_stops_add_up()
    {
        var deadline = Count("2026-03-09", 3, Stop("2026-03-16", "2026-03-17"), Stop("2026-03-10", "2026-03-11"), Stop("2026-03-11", "2026-03-12"));

        // 13, 18 and 19 March are counted.
        Assert.Equal(Days.Of("2026-03-19"), deadline.DueOn);
    }

    [Fact]
    public void While_the_clock_stands_still_there_is_no_due_day_and_nothing_runs_out()
    {
        var deadline = Count("2026-03-09", 5, Stop("2026-03-12", null));

        Assert.Null(deadline.DueOn);
        Assert.True(deadline.IsPausedOn(Days.Of("2026-06-01")));
        Assert.False(deadline.IsPausedOn(Days.Of("2026-03-11")));
        Assert.Equal(3, deadline.RemainingOn(Days.Of("2026-06-01")));
        Assert.False(deadline.IsOverdueOn(Days.Of("2026-06-01")));
        Assert.Equal(0, deadline.OverdueByOn(Days.Of("2026-06-01")));
    }

    [Fact]
    public void A_stop_after_the_due_day_brings_nothing_back()
    {
        var deadline = Count("2026-03-09", 2, Stop("2026-03-12", null));

        Assert.Equal(Days.Of("2026-03-11"), deadline.DueOn);
        Assert.True(deadline.IsOverdueOn(Days.Of("2026-03-12")));
        Assert.False(deadline.IsPausedOn(Days.Of("2026-03-12")));
    }

    [Theory]
    [InlineData("2026-03-09", 3, false, 0)]
    [InlineData("2026-03-10", 2, false, 0)]
    [InlineData("2026-03-12", 0, false, 0)]
    [InlineData("2026-03-13", 0, true, 1)]
    [InlineData("2026-03-15", 0, true, 1)]
    [InlineData("2026-03-16", 0, true, 2)]
    public void Each_day_says_what_is_left_or_how_late_it_is(string today, int remaining, bool overdue, int overdueBy)
    {
        var deadline = Count("2026-03-09", 3);

        Assert.Equal(remaining, deadline.RemainingOn(Days.Of(today)));
        Assert.Equal(overdue, deadline.IsOverdueOn(Days.Of(today)));
        Assert.Equal(overdueBy, deadline.OverdueByOn(Days.Of(today)));
    }

    [Fact]
    public void A_rest_day_after_a_Friday_is_late_but_by_no_work_day()
    {
        var deadline = Count("2026-03-12", 1);

        Assert.True(deadline.IsOverdueOn(Days.Of("2026-03-14")));
        Assert.Equal(0, deadline.OverdueByOn(Days.Of("2026-03-14")));
    }

    [Fact]
    public void A_count_into_a_year_without_notice_is_provisional()
    {
        Assert.True(Count("2026-12-30", 3).IsProvisional);
        Assert.False(Count("2026-12-30", 1).IsProvisional);
    }

    [Theory]
    [InlineData("2026-03-10", "2026-03-11", " ", "GROUND_REQUIRED")]
    [InlineData("2026-03-08", "2026-03-11", "等待补正", "BAD_DATE")]
    [InlineData("2026-03-11", "2026-03-10", "等待补正", "BAD_DATE")]
    [InlineData("2026-03-14", "2026-03-18", "等待补正", "PAUSES_OVERLAP")]
    [InlineData("2026-03-10", null, "等待补正", "PAUSES_OVERLAP")]
    public void A_stop_without_ground_out_of_order_or_overlapping_is_refused(string from, string? to, string ground, string code)
    {
        var outcome = Deadline.Count(Days.Of("2026-03-09"), 5, [Stop("2026-03-12", "2026-03-16"), new(Days.Of(from), Day(to), ground)], Calendar);

        Assert.Equal(code, Assert.Single(outcome.Refusals).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(WorkCalendar.LongestCount + 1)]
    public void A_limit_of_no_length_is_an_error_of_the_caller(int workDays) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadline.Count(Days.Of("2026-03-09"), workDays, [], Calendar));

    [Theory]
    [InlineData("2026-09-25", 10, "2026-10-08")]
    [InlineData("2026-03-01", 10, "2026-03-11")]
    [InlineData("2026-02-04", 10, "2026-02-14")]
    public void A_period_in_days_that_ends_on_a_rest_day_ends_on_the_next_work_day(string start, int days, string end) =>
        Assert.Equal(Days.Of(end), Deadline.AfterDays(Days.Of(start), days, Calendar).Day);

    [Theory]
    [InlineData("2026-01-20", 3, "2026-04-20")]
    [InlineData("2025-11-30", 3, "2026-02-28")]
    [InlineData("2026-07-01", 3, "2026-10-08")]
    public void A_period_in_months_ends_on_the_same_number_or_the_months_last(string start, int months, string end) =>
        Assert.Equal(Days.Of(end), Deadline.AfterMonths(Days.Of(start), months, Calendar).Day);

    private static Deadline Count(string start, int workDays, params Pause[] pauses) =>
        Deadline.Count(Days.Of(start), workDays, pauses, Calendar).Value;

    private static Pause Stop(string from, string? to) => new(Days.Of(from), Day(to), "等待补正");

    private static DateOnly? Day(string? text) => text is null ? null : Days.Of(text);
}
