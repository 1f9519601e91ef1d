using IpNetwork.App.Shell;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Experts;

/// <summary>The pool is the province's: assessors work with it, the leader decides who is in it.</summary>
internal static class ExpertPolicy
{
    public static RouteRule See { get; } = RouteRule.For(Role.Assessor, Role.Leader);

    public static RouteRule Assign { get; } = RouteRule.For(Role.Assessor, Role.Leader);

    public static RouteRule Keep { get; } = RouteRule.For(Role.Leader, Role.Assessor);
}
