namespace IpNetwork.Domain.Kernel;

/// <summary>What a new or corrected notice changes, and so which deadlines must be counted again.</summary>
public sealed class CalendarChange
{
    private CalendarChange(IReadOnlyList<ChangedDay> days, IReadOnlyList<int> years) => (Days, Years) = (days, years);

    /// <summary>Days that became or ceased to be work days, in order.</summary>
    public IReadOnlyList<ChangedDay> Days { get; }

    /// <summary>Years that gained or lost their notice: their provisional results become firm, or the reverse, even where no date moves.</summary>
    public IReadOnlyList<int> Years { get; }

    public bool IsEmpty => Days.Count == 0 && Years.Count == 0;

    public static CalendarChange Between(WorkCalendar old, WorkCalendar renewed) => new(
        [.. old.ListedDays.Union(renewed.ListedDays)
            .Where(day => old.IsWorkDay(day) != renewed.IsWorkDay(day))
            .Order()
            .Select(day => new ChangedDay(day, old.IsWorkDay(day), renewed.IsWorkDay(day)))],
        [.. old.Notices.Concat(renewed.Notices)
            .Select(notice => notice.Year)
            .Distinct()
            .Where(year => old.HasNotice(year) != renewed.HasNotice(year))
            .Order()]);

    /// <summary>Whether a limit that began on one day and fell due on the other has to be counted again.</summary>
    public bool Touches(DateOnly eventDay, DateOnly dueOn) =>
        Days.Any(changed => changed.Day > eventDay && changed.Day <= dueOn)
        || Years.Any(year => year >= eventDay.AddDays(1).Year && year <= dueOn.Year);
}

public sealed record ChangedDay(DateOnly Day, bool WasWorkDay, bool IsWorkDay);
