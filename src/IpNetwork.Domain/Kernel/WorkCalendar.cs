using System.Collections.Frozen;

namespace IpNetwork.Domain.Kernel;

/// <summary>Monday to Friday, corrected by the State Council's notices. A year without a notice is counted by weekdays and its results are provisional.</summary>
public sealed class WorkCalendar
{
    /// <summary>About twenty years; a longer limit is a mistake, not a deadline.</summary>
    public const int LongestCount = 5_000;

    private readonly FrozenDictionary<int, CalendarYear> years;
    private readonly FrozenDictionary<DateOnly, DayKind> listed;

    public WorkCalendar(IEnumerable<CalendarYear> notices)
    {
        years = notices.ToFrozenDictionary(notice => notice.Year);
        listed = years.Values.SelectMany(notice => notice.Days).ToFrozenDictionary(day => day.Date, day => day.Kind);
    }

    public static WorkCalendar WithoutNotices { get; } = new([]);

    public IReadOnlyList<CalendarYear> Notices => [.. years.Values.OrderBy(notice => notice.Year)];

    internal IEnumerable<DateOnly> ListedDays => listed.Keys;

    public bool HasNotice(int year) => years.ContainsKey(year);

    /// <summary>The calendar with this notice in place of the year's former one.</summary>
    public WorkCalendar With(CalendarYear notice) => new(years.Values.Where(known => known.Year != notice.Year).Append(notice));

    public bool IsWorkDay(DateOnly day) => listed.TryGetValue(day, out var kind) ? kind == DayKind.Work : !day.IsWeekend;

    /// <summary>The last day of a limit of so many work days; the day of the event itself is not counted.</summary>
    public WorkDayResult Add(DateOnly eventDay, int workDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workDays, LongestCount);

        var day = eventDay;
        var provisional = false;
        for (var counted = 0; counted < workDays; counted += IsWorkDay(day) ? 1 : 0)
        {
            day = day.AddDays(1);
            provisional |= !HasNotice(day.Year);
        }

        return new(day, provisional);
    }

    /// <summary>Work days after the first day, up to and including the last: the inverse of <see cref="Add"/>.</summary>
    public int WorkDaysBetween(DateOnly after, DateOnly through)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(through, after);

        var count = 0;
        for (var day = after; day < through;)
        {
            day = day.AddDays(1);
            count += IsWorkDay(day) ? 1 : 0;
        }

        return count;
    }

    public WorkDayResult LastWorkDayOnOrBefore(DateOnly day) => Nearest(day, -1);

    public WorkDayResult FirstWorkDayOnOrAfter(DateOnly day) => Nearest(day, 1);

    private WorkDayResult Nearest(DateOnly day, int step)
    {
        var provisional = !HasNotice(day.Year);
        while (!IsWorkDay(day))
        {
            day = day.AddDays(step);
            provisional |= !HasNotice(day.Year);
        }

        return new(day, provisional);
    }
}

/// <param name="IsProvisional">Some day on the way lies in a year whose notice is not there yet.</param>
public readonly record struct WorkDayResult(DateOnly Day, bool IsProvisional);

internal static class Weekends
{
    extension(DateOnly day)
    {
        internal bool IsWeekend => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
    }
}
