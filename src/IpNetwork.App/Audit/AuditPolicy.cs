using IpNetwork.App.Shell;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Audit;

internal static class AuditPolicy
{
    public static RouteRule Read { get; } = RouteRule.For(Role.Auditor, Role.Manager, Role.Leader, Role.AuditAdmin);
}
