using System.Globalization;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Calendar;

internal static class ShowCalendarYear
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/nodes/{node}/calendar/{year}", async (string year, CurrentNode current, IWorkCalendars calendars, CancellationToken ct) =>
            {
                if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1991 or > 2200)
                {
                    return Answers.Problem(CalendarRefusals.BadYear());
                }

                return Results.Ok(CalendarYearView.Of(number, await calendars.OfAsync(current.Node.NetworkId, ct)));
            })
            .Produces<CalendarYearView>()
            .ProducesProblem(400)
            .ProducesProblem(404)
            .WithName("ShowCalendarYear")
            .WithSummary("一年的工作日历：放假、调休上班；没有通知的年份为暂算")
            .AtNode()
            .Allow(CalendarPolicy.WhoReads);
}

/// <param name="Provisional">No notice yet: counted by weekdays.</param>
internal sealed record CalendarYearView(int Year, bool Provisional, string? Document, DateOnly? IssuedOn, int WorkDays, IReadOnlyList<CalendarDay> Days)
{
    public static CalendarYearView Of(int year, WorkCalendar calendar)
    {
        var notice = calendar.Notices.FirstOrDefault(known => known.Year == year);
        var first = new DateOnly(year, 1, 1);
        return new(year, notice is null, notice?.Document, notice?.IssuedOn, calendar.WorkDaysBetween(first.AddDays(-1), new(year, 12, 31)), notice?.Days ?? []);
    }
}
