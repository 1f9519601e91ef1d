using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Staff;

/// <summary>Where a role may be held.</summary>
public static class RoleScope
{
    private static readonly Role[] OfDeployment = [Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin];
    private static readonly Role[] OfOutsiders = [Role.Applicant, Role.Agent, Role.Builder, Role.Expert, Role.Evaluator];

    private static readonly Role[] AtProvince =
        [Role.Leader, Role.Assessor, Role.CatalogManager, Role.SupervisionOfficer, Role.ComplaintOfficer, Role.Auditor, .. OfDeployment];

    private static readonly Role[] AtOtherNodes =
        [Role.Manager, Role.WindowClerk, Role.BackOffice, Role.CatalogEditor, Role.ComplaintOfficer, Role.Auditor];

    /// <summary>Roles a membership at a node of this kind may carry. The deployment's administrators have their seat at a province.</summary>
    public static IReadOnlyList<Role> For(NodeKind kind) => kind == NodeKind.Province ? AtProvince : AtOtherNodes;

    public static bool IsHeldAt(this Role role, NodeKind kind) => For(kind).Contains(role);

    public static bool IsDeploymentAdmin(this Role role) => OfDeployment.Contains(role);

    /// <summary>Outsiders act in their own name, without a membership.</summary>
    public static bool IsOutside(this Role role) => OfOutsiders.Contains(role);
}
