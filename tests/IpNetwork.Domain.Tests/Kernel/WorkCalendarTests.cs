using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Tests.Vectors;
using Xunit;

namespace IpNetwork.Domain.Tests.Kernel;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = Vector.Calendar(2024, 2025, 2026);

    public static IEnumerable<object[]> DueDays() => Vector.Read("workdays").GetProperty("due").EnumerateArray()
        .Select(row => new object[] { row.Text("start"), row.GetProperty("workdays").GetInt32(), row.Text("due") });

    public static IEnumerable<object[]> LastWorkDays() => Vector.Read("workdays").GetProperty("lastWorkDayOnOrBefore").EnumerateArray()
        .Select(row => new object[] { row.Text("day"), row.GetProperty("isWorkDay").GetBoolean(), row.Text("expect") });

    [Theory]
    [MemberData(nameof(DueDays))]
    public void A_limit_in_work_days_ends_on_the_day_the_notices_give(string start, int workDays, string due)
    {
        var result = Calendar.Add(Days.Of(start), workDays);

        Assert.Equal(new WorkDayResult(Days.Of(due), IsProvisional: false), result);
    }

    [Theory]
    [MemberData(nameof(DueDays))]
    public void Work_days_between_undoes_the_count(string start, int workDays, string due) =>
        Assert.Equal(workDays, Calendar.WorkDaysBetween(Days.Of(start), Days.Of(due)));

    [Theory]
    [MemberData(nameof(LastWorkDays))]
    public void The_last_work_day_of_January_is_found_backwards(string day, bool isWorkDay, string expected)
    {
        Assert.Equal(isWorkDay, Calendar.IsWorkDay(Days.Of(day)));
        Assert.Equal(Days.Of(expected), Calendar.LastWorkDayOnOrBefore(Days.Of(day)).Day);
    }

    [Fact]
    public void A_day_in_a_year_without_notice_is_found_provisionally()
    {
        Assert.True(Calendar.LastWorkDayOnOrBefore(Days.Of("2027-01-31")).IsProvisional);
        Assert.False(Calendar.LastWorkDayOnOrBefore(Days.Of("2026-01-31")).IsProvisional);
        Assert.Equal(new WorkDayResult(Days.Of("2026-02-24"), false), Calendar.FirstWorkDayOnOrAfter(Days.Of("2026-02-15")));
    }

    [Theory]
    [InlineData("2026-12-30", 1, "2026-12-31", false)]
    [InlineData("2026-12-31", 1, "2027-01-01", true)]
    [InlineData("2026-12-30", 3, "2027-01-04", true)]
    [InlineData("2023-12-29", 1, "2024-01-02", true)]
    public void Only_a_count_that_reaches_a_year_without_notice_is_provisional(string start, int workDays, string due, bool provisional) =>
        Assert.Equal(new WorkDayResult(Days.Of(due), provisional), Calendar.Add(Days.Of(start), workDays));

    [Fact]
    public void A_notice_makes_its_year_firm_and_replaces_the_former_one()
    {
        var guess = WorkCalendar.WithoutNotices.Add(Days.Of("2026-09-30"), 1);
        var corrected = CalendarYear.Create(2026, "国办发明电〔2026〕1号", null, [new(Days.Of("2026-10-01"), "国庆节", DayKind.Off)]).Value;

        Assert.Equal(new WorkDayResult(Days.Of("2026-10-01"), true), guess);
        Assert.Equal(new WorkDayResult(Days.Of("2026-10-08"), false), Calendar.Add(Days.Of("2026-09-30"), 1));
        Assert.Equal(new WorkDayResult(Days.Of("2026-10-02"), false), Calendar.With(corrected).Add(Days.Of("2026-09-30"), 1));
        Assert.Equal(3, Calendar.With(corrected).Notices.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(WorkCalendar.LongestCount + 1)]
    [InlineData(int.MaxValue)]
    public void A_count_that_is_no_limit_is_an_error_of_the_caller(int workDays) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Add(Days.Of("2026-01-01"), workDays));

    [Fact]
    public void The_longest_count_is_still_counted() =>
        Assert.Equal(WorkCalendar.LongestCount, Calendar.WorkDaysBetween(Days.Of("2026-01-01"), Calendar.Add(Days.Of("2026-01-01"), WorkCalendar.LongestCount).Day));

    [Fact]
    public void Days_counted_backwards_are_an_error_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.WorkDaysBetween(Days.Of("2026-01-02"), Days.Of("2026-01-01")));
        Assert.Equal(0, Calendar.WorkDaysBetween(Days.Of("2026-01-05"), Days.Of("2026-01-05")));
    }

    [Theory]
    [InlineData("2026-01-31T15:59:59Z", "2026-01-31")]
    [InlineData("2026-01-31T16:00:00Z", "2026-02-01")]
    [InlineData("2026-01-31T23:00:00-12:00", "2026-02-01")]
    public void The_day_is_decided_in_Shanghai(string instant, string day) =>
        Assert.Equal(Days.Of(day), ChinaTime.DayOf(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_day_begins_and_ends_at_midnight_in_Shanghai()
    {
        var start = ChinaTime.StartOf(Days.Of("2026-02-01"));

        Assert.Equal(new DateTimeOffset(2026, 1, 31, 16, 0, 0, TimeSpan.Zero), start);
        Assert.Equal(TimeSpan.Zero, start.Offset);
        Assert.Equal(start.AddDays(1), ChinaTime.EndOf(Days.Of("2026-02-01")));
    }
}
