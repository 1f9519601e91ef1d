using System.Globalization;
using IpNetwork.App.Provinces.Packs;
using IpNetwork.App.Provinces.Reading;

namespace IpNetwork.App.Provinces.Checks;

internal static class HolidayCheck
{
    private const string Weekdays = "日一二三四五六";

    public static void Check(Located<HolidayYear> located)
    {
        var (file, notice) = (located.File, located.Value);
        if (Path.GetFileNameWithoutExtension(file.Name) != notice.Year.ToString(CultureInfo.InvariantCulture))
        {
            file.Refuse("year", "YEAR_NOT_FILE", $"年份 {notice.Year} 与文件名不一致。");
        }

        if (notice.IssuedOn.Year > notice.Year)
        {
            file.Refuse("issuedOn", "BAD_DATE", "通知的日期晚于它安排的年份。");
        }

        if (notice.Days.Count == 0)
        {
            file.Refuse("days", "CALENDAR_EMPTY", "通知里没有一天；没有发布的年份不要建文件。");
        }

        Texts.RefuseRepeats(file, notice.Days, day => day.Date.ToString("O", CultureInfo.InvariantCulture), place => $"days[{place}].date", "CALENDAR_DAY_TWICE", day => $"{day.Date:O} 写了两次。");
        foreach (var (place, day) in notice.Days.Index())
        {
            CheckDay(file, notice.Year, day, $"days[{place}]");
        }

        CheckCount(file, "counts.off", notice.Counts.Off, notice.Days.Count(day => day.Kind is HolidayKind.Off));
        CheckCount(file, "counts.work", notice.Counts.Work, notice.Days.Count(day => day.Kind is HolidayKind.Work));
    }

    private static void CheckDay(PackFile file, int year, HolidayDay day, string at)
    {
        if (day.Date.Year != year)
        {
            file.Refuse($"{at}.date", "CALENDAR_DAY_OUTSIDE_YEAR", $"{day.Date:O} 不在 {year} 年。");
        }

        var weekday = Weekdays[(int)day.Date.DayOfWeek].ToString();
        if (day.Weekday != weekday)
        {
            file.Refuse($"{at}.weekday", "WEEKDAY_WRONG", $"{day.Date:O} 是星期{weekday}，不是星期{day.Weekday}。");
        }

        if (day.Kind is HolidayKind.Work && day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            file.Refuse($"{at}.kind", "CALENDAR_WORK_DAY_IS_WEEKDAY", $"{day.Date:O} 本来就上班，不列为调休上班日。");
        }
    }

    private static void CheckCount(PackFile file, string field, int stated, int counted)
    {
        if (stated != counted)
        {
            file.Refuse(field, "COUNT_WRONG", $"写的是 {stated} 天，列出的是 {counted} 天。");
        }
    }
}
