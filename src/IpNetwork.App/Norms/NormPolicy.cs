using IpNetwork.App.Shell;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Norms;

/// <summary>Norms are read by everyone and published by the province alone: its roles exist nowhere else.</summary>
internal static class NormPolicy
{
    public static RouteRule Read { get; } = RouteRule.Open;

    public static RouteRule Publish { get; } = RouteRule.For(Role.Leader, Role.CatalogManager);
}
