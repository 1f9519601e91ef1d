using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Shell;

/// <summary>A due day as a clock: how near it is, in the days it is counted with.</summary>
internal static class Deadlines
{
    private const int Near = 3;

    public static DeadlineView NoLimit { get; } = new(Urgency.Far, "不限期");

    public static DeadlineView InWorkDays(DateOnly dueOn, DateOnly today, WorkCalendar calendar) => dueOn < today
        ? new(Urgency.Over, calendar.WorkDaysBetween(dueOn, today) is > 0 and var late ? $"已超 {late} 个工作日" : "已超期")
        : Ahead(dueOn, today, calendar.WorkDaysBetween(today, dueOn), "个工作日");

    /// <summary>For days that an order names, such as the end of a year.</summary>
    public static DeadlineView InDays(DateOnly dueOn, DateOnly today) => dueOn < today
        ? new(Urgency.Over, $"已超 {today.DayNumber - dueOn.DayNumber} 天")
        : Ahead(dueOn, today, dueOn.DayNumber - today.DayNumber, "天");

    private static DeadlineView Ahead(DateOnly dueOn, DateOnly today, int left, string unit) =>
        dueOn == today ? new(Urgency.Today, "今日到期") : new(left <= Near ? Urgency.Soon : Urgency.Far, $"剩 {left} {unit}");
}
