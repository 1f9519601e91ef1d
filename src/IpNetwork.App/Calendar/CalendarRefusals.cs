using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Calendar;

internal static class CalendarRefusals
{
    public static readonly Refusal NothingNew = new("CALENDAR_NOTHING_NEW", "这份放假通知已经载入过，内容相同，没有改动。");

    public static Refusal BadYear() => Refusal.Input("CALENDAR_YEAR_OUT_OF_RANGE", "year", "年份是 1991—2200 之间的四位数字。");

    public static Refusal BadIssueDay() => Refusal.Input("BAD_DATE", "issuedOn", "印发日期写法不对。请写成 2026-11-04，没有就不填。");

    public static Refusal BadLine(int number, string line) =>
        Refusal.Input("CALENDAR_BAD_LINE", "days", $"第 {number} 行“{(line.Length > 40 ? line[..40] : line)}”看不明白。请写成“2027-01-01 放假 元旦”或“2027-01-09 上班 元旦”。");

    public static Refusal OnlyProvince() => Refusal.Forbidden("PROVINCE_ONLY", "工作日历由省级平台统一载入，请到省级平台的工作台办理。");
}
