using System.Globalization;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Calendar;

/// <summary>A notice as it is typed on the page: its days one to a line, each with what happens on it and why.</summary>
internal static class NoticeForm
{
    private const string Off = "放假";
    private const string Work = "上班";

    public static Outcome<CalendarYear> Read(IReadOnlyDictionary<string, string> typed)
    {
        var refusals = new List<Refusal>();
        if (!int.TryParse(Text(typed, "year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            refusals.Add(CalendarRefusals.BadYear());
        }

        var issuedOn = Day(Text(typed, "issuedOn"));
        if (issuedOn is null && Text(typed, "issuedOn").Length > 0)
        {
            refusals.Add(CalendarRefusals.BadIssueDay());
        }

        var lines = Text(typed, "days").Split('\n', StringSplitOptions.TrimEntries);
        var days = new List<CalendarDay>();
        foreach (var (index, line) in lines.Index().Where(line => line.Item.Length > 0))
        {
            if (Read(line) is { } day)
            {
                days.Add(day);
            }
            else
            {
                refusals.Add(CalendarRefusals.BadLine(index + 1, line));
            }
        }

        if (refusals.Count > 0)
        {
            return Outcome.Refused<CalendarYear>(refusals);
        }

        var notice = CalendarYear.Create(year, Text(typed, "document"), issuedOn, days);
        return notice.IsDone ? notice : Outcome.Refused<CalendarYear>([.. notice.Refusals.Select(Located)]);
    }

    private static CalendarDay? Read(string line)
    {
        var parts = line.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts is [var date, Off or Work, var name] && Day(date) is { } day ? new(day, name, parts[1] == Off ? DayKind.Off : DayKind.Work) : null;
    }

    private static Refusal Located(Refusal refusal) => refusal.Field?.StartsWith("days", StringComparison.Ordinal) is true ? refusal.At("days") : refusal;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Text(IReadOnlyDictionary<string, string> typed, string name) => typed.GetValueOrDefault(name, "").ReplaceLineEndings("\n").Trim();
}
