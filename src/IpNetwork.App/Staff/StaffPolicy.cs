using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Staff;

/// <summary>Who may see and change who works where.</summary>
internal static class StaffPolicy
{
    public static RouteRule See { get; } = RouteRule.For(Role.Manager, Role.Leader, Role.SecurityAdmin, Role.SystemAdmin, Role.Auditor, Role.AuditAdmin);

    public static RouteRule Appoint { get; } = RouteRule.For(Role.Manager, Role.Leader, Role.SecurityAdmin);

    /// <summary>The province's leader puts the first manager into a node below.</summary>
    public static RouteRule AppointBelow { get; } = RouteRule.For(Role.Leader);

    /// <summary>Who leads the province and who administers the deployment is entered by the security administrator, everything else by those in charge.</summary>
    public static Refusal? MayDecide(IReadOnlyList<Role> held, Role role, NodeKind kind) => kind switch
    {
        NodeKind.Province when role.IsDeploymentAdmin() || role is Role.Leader => held.Contains(Role.SecurityAdmin) ? null : StaffRefusals.SecurityAdminOnly(role),
        NodeKind.Province => held.Contains(Role.Leader) || held.Contains(Role.SecurityAdmin) ? null : StaffRefusals.NotYoursToAppoint(role),
        _ => held.Contains(Role.Manager) ? null : StaffRefusals.NotYoursToAppoint(role),
    };
}
