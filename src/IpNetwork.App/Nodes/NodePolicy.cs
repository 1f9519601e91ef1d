using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Nodes;

/// <summary>Who may do what with the network's nodes.</summary>
internal static class NodePolicy
{
    /// <summary>People of a node look down their own subtree (VISB-01, VISB-02).</summary>
    public static RouteRule LookDown { get; } = RouteRule.Members;

    /// <summary>Managers get in to be told that the province decides; everybody else has no such duty at all.</summary>
    public static RouteRule Order { get; } = RouteRule.For(Role.Leader, Role.Manager);

    public static RouteRule ShowOrderForm { get; } = RouteRule.For(Role.Leader);

    public static Refusal? MayOrder(Actor actor, TenantNode acting, Node affected) =>
        !acting.Path.Covers(affected.PathValue()) ? NodeRefusals.OutsideTheSubtree(affected.ShortName)
        : acting.Kind != NodeKind.Province || actor.Role != nameof(Role.Leader) ? NodeRefusals.OrderedByTheProvince()
        : null;

    public static Refusal? MayFound(Actor actor, TenantNode acting) =>
        acting.Kind != NodeKind.Province || actor.Role != nameof(Role.Leader) ? NodeRefusals.OrderedByTheProvince() : null;
}
