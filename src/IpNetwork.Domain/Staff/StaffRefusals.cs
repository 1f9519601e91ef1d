using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Staff;

/// <summary>Every way an act on memberships is refused.</summary>
public static class StaffRefusals
{
    public const string InvitationExpiredCode = "INVITATION_EXPIRED";

    public static Refusal RoleNotForKind(Role role, NodeKind kind) =>
        Refusal.Input("ROLE_NOT_FOR_KIND", "role", $"{kind.Chinese()}没有“{role.Chinese()}”这个角色。请改选{string.Join("、", RoleScope.For(kind).Select(fitting => fitting.Chinese()))}之一。");

    public static Refusal EndsBeforeItBegins(DateOnly to, DateOnly from) =>
        Refusal.Input("BAD_DATE", "to", $"结束日 {to:O} 早于开始日 {from:O}。请核对日期。");

    public static Refusal AlreadyHeld(Membership held) =>
        new("ALREADY_MEMBER", $"此人自 {held.From:O} 起已在本节点任“{held.Role.Chinese()}”。请先结束原任职，或更正日期。");

    public static Refusal AdminRolesCombined(Role asked, Role held) =>
        new("ADMIN_ROLES_COMBINED", $"此人同期已任“{held.Chinese()}”，不能再任“{asked.Chinese()}”：系统、安全、审计三员由不同的人担任。请另选人员。");

    public static Refusal AlreadyEnded(DateOnly to) =>
        new("ALREADY_ENDED", $"任职已定于 {to:O} 结束，只能提前。要延长，请另行任职。");

    public static Refusal OwnAppointment() =>
        Refusal.Forbidden("SELF_GRANT", "不能给自己开通岗位。请由另一位有权的人办理。");

    public static Refusal SecurityAdminOnly(Role role) =>
        Refusal.Forbidden("SECURITY_ADMIN_ONLY", $"“{role.Chinese()}”由安全管理员开通和结束。请找安全管理员办理。");

    public static Refusal NotYoursToAppoint(Role role) =>
        Refusal.Forbidden("ROLE_REQUIRED", $"您在本平台的岗位不能开通或结束“{role.Chinese()}”。请找本平台负责人办理。");

    public static Refusal ManagerThere() =>
        new("NODE_HAS_MANAGER", "这个平台已经有负责人，人员由其自行管理。请联系该平台负责人。");

    public static Refusal OnlyManagerBelow() =>
        Refusal.Input("ROLE_NOT_FOR_KIND", "role", "上级只能为下属平台开通“平台负责人”，其他岗位由该平台负责人开通。");

    public static Refusal UnknownAccount() =>
        Refusal.Input("UNKNOWN_ACCOUNT", "userName", "没有这个账号。请核对用户名；还没有账号的，先请系统管理员建立。");

    public static Refusal AccountDisabled() =>
        new("ACCOUNT_DISABLED", "这个账号已停用，不能任职。请先请系统管理员启用。") { Field = "userName" };

    public static Refusal UnknownRole() =>
        Refusal.Input("UNKNOWN_VALUE", "role", "没有这个岗位。请从列表里选。");

    public static Refusal BadDay(string field) =>
        Refusal.Input("BAD_DATE", field, "日期没有填或写法不对。请写成 2026-04-09。");

    public static Refusal NameMissing() =>
        Refusal.Input("EMPTY", "personName", "没有填姓名。请填写。");

    public static Refusal NameTooLong() =>
        Refusal.Input("TEXT_TOO_LONG", "personName", $"姓名超过 {Appointment.LongestName} 个字。请核对。");

    public static Refusal InvitationUsed() =>
        new("INVITATION_USED", "这个邀请链接已经用过，只能用一次。是您本人用的，请直接登录；不是，请马上告诉邀请您的平台。");

    public static Refusal InvitationRevoked() =>
        new("INVITATION_REVOKED", "这个邀请链接已被撤回。需要时请与邀请您的平台联系。");

    public static Refusal InvitationExpired(DateOnly on) =>
        new(InvitationExpiredCode, $"这个邀请链接已在 {on:O} 过期。请与邀请您的平台联系，重新发一个。");

    /// <summary>The same words whatever it was: a link says nothing to somebody who guesses.</summary>
    public static Refusal UnknownInvitation() =>
        new("UNKNOWN_INVITATION", "没有这个邀请链接。请从短信或邮件里完整地打开它；收到过更新的链接，请用最新的一个。");

    public static Refusal BadMobile() =>
        Refusal.Input("BAD_PHONE", "mobile", "手机号应是 11 位数字。请核对，它也是您以后的登录名。");

    public static Refusal PasswordNotRepeated() =>
        Refusal.Input("PASSWORD_NOT_REPEATED", "repeat", "两次填的密码不一样。请再填一次。");

    public static Refusal NoAddress() =>
        Refusal.Input("EMPTY", "phone", "手机号和邮箱都没有填，邀请发不出去。请至少填一个。");

    public static Refusal BadPhone() =>
        Refusal.Input("BAD_PHONE", "phone", "手机号应是数字，可以带连字符。请核对。");

    public static Refusal BadMail() =>
        Refusal.Input("BAD_MAIL", "mail", "邮箱写法不对，应是 name@example.cn 的样子。请核对。");
}
