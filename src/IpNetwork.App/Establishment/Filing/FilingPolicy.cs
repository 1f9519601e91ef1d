using IpNetwork.App.Shell;

namespace IpNetwork.App.Establishment.Filing;

/// <summary>Who may apply: everybody who is signed on, each for what is his own. The room looks for it by the person, so another's is not there.</summary>
internal static class FilingPolicy
{
    public static RouteRule Own { get; } = RouteRule.SignedOn;

    public static RouteRule Public { get; } = RouteRule.Open;
}
