using IpNetwork.App.Shell;

namespace IpNetwork.App.Files;

/// <summary>Whoever is signed on may ask; the room whose record it is decides, and what no room answers for does not exist.</summary>
internal static class FilePolicy
{
    public static RouteRule Ask { get; } = RouteRule.SignedOn;
}
