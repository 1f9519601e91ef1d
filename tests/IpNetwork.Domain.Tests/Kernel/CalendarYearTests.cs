using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Tests.Vectors;
using Xunit;

namespace IpNetwork.Domain.Tests.Kernel;

public sealed class CalendarYearTests
{
    private static readonly CalendarDay NewYear = new(Days.Of("2027-01-01"), "元旦", DayKind.Off);

    [Theory]
    [InlineData(2024, 28, 8)]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void The_issued_notices_are_taken_whole(int year, int off, int work)
    {
        var notice = Vector.Notice(year);

        Assert.Equal(off, notice.Days.Count(day => day.Kind == DayKind.Off));
        Assert.Equal(work, notice.Days.Count(day => day.Kind == DayKind.Work));
        Assert.Equal(notice.Days.OrderBy(day => day.Date), notice.Days);
    }

    [Theory]
    [InlineData("2028-01-01", "元旦", DayKind.Off, "CALENDAR_DAY_OUTSIDE_YEAR", "days[1].date")]
    [InlineData("2027-01-01", "元旦", DayKind.Off, "CALENDAR_DAY_TWICE", "days[1].date")]
    [InlineData("2027-01-04", "元旦", DayKind.Work, "CALENDAR_WORK_DAY_IS_WEEKDAY", "days[1].date")]
    [InlineData("2027-01-02", " ", DayKind.Off, "CALENDAR_DAY_WITHOUT_NAME", "days[1].name")]
    public void A_day_that_cannot_be_is_refused_at_its_place(string date, string name, DayKind kind, string code, string field)
    {
        var outcome = CalendarYear.Create(2027, "国办发明电〔2026〕9号", null, [NewYear, new(Days.Of(date), name, kind)]);

        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal((code, field, RefusalKind.Input), (refusal.Code, refusal.Field, refusal.Kind));
    }

    [Fact]
    public void A_holiday_on_a_weekend_and_a_make_up_Saturday_are_taken()
    {
        var outcome = CalendarYear.Create(2027, "国办发明电〔2026〕9号", Days.Of("2026-11-01"),
            [new(Days.Of("2027-01-09"), "元旦", DayKind.Work), NewYear, new(Days.Of("2027-01-02"), "元旦", DayKind.Off)]);

        Assert.True(outcome.IsDone);
        Assert.Equal(NewYear, outcome.Value.Days[0]);
    }

    [Fact]
    public void A_notice_without_days_is_no_notice() =>
        Assert.Contains(CalendarYear.Create(2027, "国办发明电〔2026〕9号", null, []).Refusals, refusal => refusal.Code == "CALENDAR_EMPTY");

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void A_document_number_has_a_length(int length, bool isTaken)
    {
        var outcome = CalendarYear.Create(2027, new('号', length), null, [NewYear]);

        Assert.Equal(isTaken ? [] : ["CALENDAR_DOCUMENT_TOO_LONG"], outcome.IsDone ? [] : outcome.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Everything_wrong_with_a_notice_is_said_at_once() => Assert.Equal(
        ["CALENDAR_YEAR_OUT_OF_RANGE", "CALENDAR_DOCUMENT_MISSING", "BAD_DATE", "CALENDAR_DAY_OUTSIDE_YEAR"],
        CalendarYear.Create(1990, " ", Days.Of("1991-01-01"), [NewYear]).Refusals.Select(refusal => refusal.Code));

    [Fact]
    public void A_new_notice_names_the_days_that_change_and_the_deadlines_it_touches()
    {
        var old = Vector.Calendar(2024, 2025);
        var change = CalendarChange.Between(old, old.With(Vector.Notice(2026)));

        Assert.Equal([2026], change.Years);
        Assert.Contains(new ChangedDay(Days.Of("2026-02-14"), WasWorkDay: false, IsWorkDay: true), change.Days);
        Assert.Contains(new ChangedDay(Days.Of("2026-10-01"), WasWorkDay: true, IsWorkDay: false), change.Days);
        Assert.DoesNotContain(change.Days, changed => changed.Day == Days.Of("2026-02-15"));
        Assert.Equal(change.Days.OrderBy(changed => changed.Day), change.Days);
        Assert.True(change.Touches(Days.Of("2025-12-31"), Days.Of("2026-01-05")));
        Assert.False(change.Touches(Days.Of("2025-12-01"), Days.Of("2025-12-31")));
    }

    [Fact]
    public void A_corrected_notice_touches_only_limits_that_run_over_the_corrected_day()
    {
        var old = Vector.Calendar(2026);
        var notice = Vector.Notice(2026);
        var extended = CalendarYear.Create(2026, "国办发明电〔2026〕1号", null, [.. notice.Days, new(Days.Of("2026-10-08"), "国庆节", DayKind.Off)]).Value;

        var change = CalendarChange.Between(old, old.With(extended));

        Assert.Equal([new ChangedDay(Days.Of("2026-10-08"), true, false)], change.Days);
        Assert.Empty(change.Years);
        Assert.True(change.Touches(Days.Of("2026-10-07"), Days.Of("2026-10-08")));
        Assert.False(change.Touches(Days.Of("2026-10-08"), Days.Of("2026-10-20")));
        Assert.False(change.Touches(Days.Of("2026-09-08"), Days.Of("2026-10-07")));
    }

    [Fact]
    public void The_same_calendar_changes_nothing() =>
        Assert.True(CalendarChange.Between(Vector.Calendar(2026), Vector.Calendar(2026)).IsEmpty);
}
