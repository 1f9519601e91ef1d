using System.Text.Json;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Tests.Vectors;

/// <summary>Worked examples, kept as data beside the tests.</summary>
internal static class Vector
{
    public static JsonElement Read(string name)
    {
        using var stream = typeof(Vector).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no vector file {name}.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    public static WorkCalendar Calendar(params int[] years) => new(years.Select(Notice));

    public static CalendarYear Notice(int year)
    {
        var notice = Read($"calendar-{year}");
        return CalendarYear.Create(
            year,
            notice.Text("document"),
            notice.Day("issuedOn"),
            [.. notice.GetProperty("days").EnumerateArray().Select(day => new CalendarDay(
                day.Day("date"), day.Text("name"), day.Text("kind") == "work" ? DayKind.Work : DayKind.Off))]).Value;
    }

    public static string Text(this JsonElement element, string property) =>
        element.GetProperty(property).GetString() ?? throw new InvalidOperationException($"{property} is null.");

    public static DateOnly Day(this JsonElement element, string property) => Days.Of(element.Text(property));
}
