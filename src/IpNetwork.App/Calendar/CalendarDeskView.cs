using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Calendar;

/// <summary>The years people count limits in: those with a notice, this one and the next.</summary>
public sealed record CalendarDeskView(IReadOnlyList<CalendarDeskYear> Years)
{
    /// <summary>Where a notice is sent, for those who may take one in.</summary>
    public string? ImportAction { get; init; }

    public FormState Form { get; init; } = FormState.Empty;

    /// <summary>What taking in the typed notice would change, before it does.</summary>
    public IReadOnlyList<string> Impact { get; init; } = [];

    public static CalendarDeskView Of(WorkCalendar calendar, DateOnly today) => new(
    [
        .. calendar.Notices.Select(notice => notice.Year).Append(today.Year).Append(today.Year + 1).Distinct().OrderDescending()
            .Select(year => CalendarDeskYear.Of(year, calendar)),
    ]);

    internal static IEnumerable<string> Says(CalendarImpact impact)
    {
        if (impact.IsEmpty)
        {
            yield return "和已经载入的通知相同，没有变化。";
            yield break;
        }

        yield return $"{string.Join("、", impact.Years)} 年有 {impact.Change.Days.Count} 天的上班或休息会变。";
        yield return impact.Moved.Count == 0 ? "没有正在计算的期限因此变动。" : $"有 {impact.Moved.Count} 个正在计算的期限会变动：";
        foreach (var moved in impact.Moved)
        {
            yield return $"{moved.Deadline.What} {moved.Deadline.Subject}：{Say.Day(moved.From)} → {Say.Day(moved.To)}";
        }
    }
}

public sealed record CalendarDeskYear(int Year, string? Document, DateOnly? IssuedOn, int WorkDays, IReadOnlyList<CalendarDay> Off, IReadOnlyList<CalendarDay> Work)
{
    public bool IsProvisional => Document is null;

    public static CalendarDeskYear Of(int year, WorkCalendar calendar)
    {
        var view = CalendarYearView.Of(year, calendar);
        return new(year, view.Document, view.IssuedOn, view.WorkDays, [.. view.Days.Where(day => day.Kind == DayKind.Off)], [.. view.Days.Where(day => day.Kind == DayKind.Work)]);
    }
}
