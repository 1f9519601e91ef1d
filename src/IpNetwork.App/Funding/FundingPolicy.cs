using IpNetwork.App.Shell;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Funding;

/// <summary>Who may do what with the special fund, which is the province's, and with a node's own money.</summary>
internal static class FundingPolicy
{
    public static RouteRule See { get; } = RouteRule.For(Role.Leader, Role.Assessor, Role.SupervisionOfficer);

    public static RouteRule Review { get; } = RouteRule.For(Role.Leader, Role.Assessor);

    public static RouteRule Award { get; } = RouteRule.For(Role.Leader);

    /// <summary>A node's yearly funds are seen by its people and written by its manager (FND-07).</summary>
    public static RouteRule SeeLocal { get; } = RouteRule.For(Role.Manager, Role.BackOffice, Role.Auditor);

    public static RouteRule WriteLocal { get; } = RouteRule.For(Role.Manager);
}
