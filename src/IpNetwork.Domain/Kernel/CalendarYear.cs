namespace IpNetwork.Domain.Kernel;

/// <summary>One year's holiday notice of the State Council. Ordinary weekends are not in it.</summary>
public sealed class CalendarYear
{
    private const int LongestDocument = 60;

    private CalendarYear(int year, string document, DateOnly? issuedOn, IReadOnlyList<CalendarDay> days) =>
        (Year, Document, IssuedOn, Days) = (year, document, issuedOn, days);

    public int Year { get; }

    public string Document { get; }

    public DateOnly? IssuedOn { get; }

    public IReadOnlyList<CalendarDay> Days { get; }

    public static Outcome<CalendarYear> Create(int year, string? document, DateOnly? issuedOn, IReadOnlyList<CalendarDay> days)
    {
        var refusals = new List<Refusal>();
        if (year is < 1991 or > 2200)
        {
            refusals.Add(KernelRefusals.CalendarYearOutOfRange(year));
        }

        if (string.IsNullOrWhiteSpace(document))
        {
            refusals.Add(KernelRefusals.CalendarDocumentMissing(year));
        }
        else if (document.Trim().Length > LongestDocument)
        {
            refusals.Add(KernelRefusals.CalendarDocumentTooLong(LongestDocument));
        }

        if (issuedOn?.Year > year)
        {
            refusals.Add(KernelRefusals.CalendarIssuedAfterItsYear(year, issuedOn.Value));
        }

        // Every notice names at least New Year's Day: an empty one is a notice not yet issued, and would make guesses look firm.
        if (days.Count == 0)
        {
            refusals.Add(KernelRefusals.CalendarEmpty(year));
        }

        refusals.AddRange(days.SelectMany((day, index) => RefusalsOf(day, index, year)));
        refusals.AddRange(RepeatedDays(days));

        return refusals.Count > 0
            ? Outcome.Refused<CalendarYear>(refusals)
            : new CalendarYear(year, document?.Trim() ?? "", issuedOn, [.. days.OrderBy(day => day.Date)]);
    }

    private static IEnumerable<Refusal> RefusalsOf(CalendarDay day, int index, int year)
    {
        if (day.Date.Year != year)
        {
            yield return KernelRefusals.CalendarDayOutsideYear(index, day.Date, year);
        }

        if (string.IsNullOrWhiteSpace(day.Name))
        {
            yield return KernelRefusals.CalendarDayWithoutName(index, day.Date);
        }

        // A holiday may fall on a weekend and is listed then; a make-up work day on a weekday says nothing and is a slip.
        if (day.Kind == DayKind.Work && !day.Date.IsWeekend)
        {
            yield return KernelRefusals.CalendarWorkDayIsWeekday(index, day.Date);
        }
    }

    private static IEnumerable<Refusal> RepeatedDays(IReadOnlyList<CalendarDay> days) =>
        days.Select((day, index) => (day.Date, index))
            .GroupBy(entry => entry.Date)
            .SelectMany(same => same.Skip(1))
            .Select(entry => KernelRefusals.CalendarDayTwice(entry.index, entry.Date));
}

public sealed record CalendarDay(DateOnly Date, string Name, DayKind Kind);

/// <summary>Off: a holiday or a rest day moved here. Work: a weekend day turned into a work day.</summary>
public enum DayKind
{
    Off,
    Work,
}
