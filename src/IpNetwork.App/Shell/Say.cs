using System.Globalization;

namespace IpNetwork.App.Shell;

/// <summary>Days, moments and counts as people read them here.</summary>
internal static class Say
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Sentence(DateOnly day) => $"{day.Year} 年 {day.Month} 月 {day.Day} 日";

    public static string Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];

    public static string Moment(DateTimeOffset at) => at.ToOffset(Shanghai).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Machine(DateTimeOffset at) => at.ToOffset(Shanghai).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
