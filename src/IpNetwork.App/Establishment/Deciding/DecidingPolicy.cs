using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Establishment.Deciding;

/// <summary>Who may do what with applications: cities recommend, the province's assessors assess, its leader approves (NET-03).</summary>
internal static class DecidingPolicy
{
    public static RouteRule Recommend { get; } = RouteRule.For(Role.Manager);

    /// <summary>Over the API a city reads those of its territory by the same address.</summary>
    public static RouteRule Read { get; } = RouteRule.For(Role.Assessor, Role.Leader, Role.Manager);

    public static RouteRule See { get; } = RouteRule.For(Role.Assessor, Role.Leader);

    public static RouteRule Assess { get; } = RouteRule.For(Role.Assessor, Role.Leader);

    /// <summary>Managers get in to be told that a city recommends and approves nothing.</summary>
    public static RouteRule Approve { get; } = RouteRule.For(Role.Leader, Role.Manager);

    public static RouteRule ShowApproval { get; } = RouteRule.For(Role.Leader);

    public static Refusal? MayApprove(Actor actor, TenantNode acting) =>
        acting.Kind is NodeKind.Province && actor.Roles.Contains(Role.Leader) ? null : EstablishmentRefusals.NotApprover();
}
