namespace IpNetwork.Domain.Staff;

/// <summary>Every role there is; other officers of the field are duties of these.</summary>
public enum Role
{
    Leader,
    Assessor,
    CatalogManager,
    SupervisionOfficer,
    ComplaintOfficer,
    Manager,
    WindowClerk,
    BackOffice,
    CatalogEditor,
    Auditor,
    SystemAdmin,
    SecurityAdmin,
    AuditAdmin,
    Applicant,
    Agent,
    Builder,
    Expert,
    Evaluator,
}

public static class RoleWords
{
    public static string Chinese(this Role role) => role switch
    {
        Role.Leader => "省中心负责人",
        Role.Assessor => "评估员",
        Role.CatalogManager => "目录管理员",
        Role.SupervisionOfficer => "督导专员",
        Role.ComplaintOfficer => "投诉处理员",
        Role.Manager => "平台负责人",
        Role.WindowClerk => "窗口人员",
        Role.BackOffice => "后台承办人员",
        Role.CatalogEditor => "目录编辑",
        Role.Auditor => "审计员",
        Role.SystemAdmin => "系统管理员",
        Role.SecurityAdmin => "安全管理员",
        Role.AuditAdmin => "安全审计员",
        Role.Applicant => "申请人",
        Role.Agent => "代理人",
        Role.Builder => "建设主体",
        Role.Expert => "专家",
        Role.Evaluator => "第三方评价人",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
