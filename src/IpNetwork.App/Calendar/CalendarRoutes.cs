using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Calendar;

internal static class CalendarRoutes
{
    public static void AddCalendar(this IServiceCollection services)
    {
        services.AddSingleton<IWorkCalendars, WorkCalendars>();
        services.AddScoped<INoticeImport, NoticeImport>();
        services.AddScoped<CalendarDeskPage>();
    }

    public static void MapCalendar(this IEndpointRouteBuilder api)
    {
        ShowCalendarYear.Map(api);
        ImportCalendar.Map(api);
    }

    public static void MapCalendarPages(this IEndpointRouteBuilder app) => CalendarDeskPage.Map(app);
}
