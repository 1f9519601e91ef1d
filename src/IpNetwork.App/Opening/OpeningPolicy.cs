using IpNetwork.App.Shell;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Opening;

/// <summary>A node's manager prepares it; the province allots and looks; what serves the public is public.</summary>
internal static class OpeningPolicy
{
    public static RouteRule Prepare { get; } = RouteRule.For(Role.Manager);

    public static RouteRule Allot { get; } = RouteRule.For(Role.Leader);

    public static RouteRule LookDown { get; } = RouteRule.For(Role.Leader, Role.Assessor);

    public static RouteRule SeeModules { get; } = RouteRule.Open;
}
