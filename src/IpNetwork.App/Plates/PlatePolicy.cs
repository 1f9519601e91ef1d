using IpNetwork.App.Shell;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Plates;

/// <summary>Plates are checked by everyone and given by the province alone: its roles exist nowhere else.</summary>
internal static class PlatePolicy
{
    public static RouteRule Check { get; } = RouteRule.Open;

    public static RouteRule See { get; } = RouteRule.For(Role.Leader, Role.Assessor, Role.Auditor);

    public static RouteRule Prepare { get; } = RouteRule.For(Role.Assessor);

    public static RouteRule Decide { get; } = RouteRule.For(Role.Leader);
}
