using IpNetwork.App.Shell;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Calendar;

internal static class CalendarPolicy
{
    public static readonly RouteRule WhoReads = RouteRule.Open;
    public static readonly RouteRule WhoSeesTheDesk = RouteRule.Members;
    public static readonly RouteRule WhoImports = RouteRule.For(Role.Leader);
}
