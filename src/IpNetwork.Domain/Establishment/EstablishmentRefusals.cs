using System.Globalization;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>Every way establishing a node says no.</summary>
public static class EstablishmentRefusals
{
    public static Refusal Missing(string field, string label) =>
        Refusal.Input("EMPTY", field, $"{label}没有填。请填写。");

    public static Refusal ChoiceMissing(string field, string label) =>
        Refusal.Input("CHOICE_MISSING", field, $"{label}没有选，或选了不认识的一项。请从列出的里面选。");

    public static Refusal TooLong(string field, string label, int longest) =>
        Refusal.Input("TEXT_TOO_LONG", field, $"{label}超过 {longest} 个字。请缩短。");

    public static Refusal BadNumber(string field, string label, string range) =>
        Refusal.Input("BAD_NUMBER", field, $"{label}要填{range}，不带单位。请改正。");

    public static Refusal BadDate(string field, string says) =>
        Refusal.Input("BAD_DATE", field, $"{says}请核对日期。");

    public static Refusal BadPhone(string field, string label) =>
        Refusal.Input("BAD_PHONE", field, $"{label}应是 7 至 15 位数字，可以带连字符。请核对。");

    public static Refusal BadMail(string field, string label) =>
        Refusal.Input("BAD_MAIL", field, $"{label}写法不对，应是 name@example.cn 的样子。请核对，没有可以不填。");

    public static Refusal BadDivisionCode() =>
        Refusal.Input("BAD_DIVISION_CODE", "divisionCode", "行政区划代码应为 6 位数字。请对照行政区划代码表填写。");

    public static Refusal DivisionOfOtherLevel(bool isCity) =>
        Refusal.Input("BAD_DIVISION_CODE", "divisionCode", isCity ? "市（州）的行政区划代码以 00 结尾。请对照行政区划代码表填写。" : "县（市、区）的行政区划代码不以 00 结尾。请对照行政区划代码表填写。");

    public static Refusal UnknownMode() =>
        Refusal.Input("UNKNOWN_MODE", "mode", "建设方式只有自建、共建、联建、委托建设四种。请选一种。");

    public static Refusal BuilderCount(ConstructionMode mode) =>
        Refusal.Input("BUILDER_COUNT", "builders", mode switch
        {
            ConstructionMode.Own => "自建只有 1 个建设主体。有几家请改选共建或联建。",
            ConstructionMode.Commissioned => "委托建设要有 1 个委托方和至少 1 个受托方。请补齐或改选建设方式。",
            _ => $"{mode.Chinese()}至少要有 2 个建设主体。请补齐或改选自建。",
        });

    public static Refusal DuplicateBuilder(string uscc) =>
        Refusal.Input("DUPLICATE_BUILDER", "builders", $"统一社会信用代码 {uscc} 列了两次。请删去重复的一家。");

    public static Refusal SelfCommission() =>
        Refusal.Input("SELF_COMMISSION", "builders", "受托方和委托方是同一家。自己建设请选自建。");

    public static Refusal TypeUsccMismatch(string field, BuilderType type, string category) =>
        Refusal.Input("TYPE_USCC_MISMATCH", field, $"代码以 {category} 开头，与“{type.Chinese()}”不符（机关 11、事业单位 12、社会组织 51—53、企业 91）。请核对类型或代码。");

    public static Refusal NotEligible(string field) =>
        Refusal.Input("NOT_ELIGIBLE", field, "代码以 92 开头，是个体工商户，不具有法人资格，不能作建设主体。请由有法人资格的单位申报。");

    public static Refusal BuilderExists() =>
        new("BUILDER_EXISTS", "这个统一社会信用代码或这个账号已经登记过建设主体。请用登记时的账号登录；忘记密码请与省级平台联系。") { Field = "uscc" };

    public static Refusal ConsentMissing() =>
        Refusal.Input("CONSENT_MISSING", "consent", "没有同意个人信息处理说明。读过同意以后才能登记。");

    public static Refusal NotRegistered() =>
        Refusal.Forbidden("BUILDER_REQUIRED", "您还没有登记为建设主体。请先登记，再申报。");

    public static Refusal StaffDoubleCounted(string field, string name) =>
        Refusal.Input("STAFF_DOUBLE_COUNTED", field, $"{name}重复计算：在名单里列了两次，或已经是另一个平台的专职人员。请换人或删去。");

    public static Refusal TooManyLines(string field, string label, int most) =>
        Refusal.Input("TOO_MANY", field, $"{label}超过 {most} 行。请合并或删去。");

    public static Refusal PlanIncomplete(string field, string label) =>
        Refusal.Input("PLAN_INCOMPLETE", field, $"建设方案的“{label}”没有写。五项都要写。");

    public static Refusal StatementMissing() =>
        Refusal.Input("STATEMENT_MISSING", "statedTrue", "没有声明材料详实准确。请核对后勾选。");

    public static Refusal MaterialMissing(MaterialKind kind) =>
        new("MATERIAL_MISSING", $"缺《{kind.Chinese()}》。请上传。") { Field = $"material.{kind}" };

    public static Refusal ProofMissing(Threshold threshold) =>
        new("PROOF_MISSING", $"缺“{threshold.Label}”的证明文件。请上传，并选明证明的是这一项。") { Field = $"proof.{threshold.Code}" };

    public static Refusal UnknownMaterial() =>
        new("UNKNOWN_MATERIAL", "这份材料不在申报里，可能已经删去。请刷新页面。");

    public static Refusal ConditionFails(ConditionResult result) =>
        new(result.RefusalCode ?? "CONDITION_NOT_MET", $"“{result.Label}”不符合：要求{result.Required}，现在是{result.Actual}。达到以后才能提交。") { Field = $"condition.{result.Code}" };

    public static Refusal WaiverReasonMissing(ConditionResult result) =>
        new(result.RefusalCode ?? "WAIVER_REASON_MISSING", $"“{result.Label}”低于原则要求（{result.Required}，现在是{result.Actual}）。可以申请从宽，请写明理由。") { Field = $"waiver.{result.Code}" };

    /// <param name="number">Of the builder's own application; another builder's is not told.</param>
    public static Refusal AlreadyOpen(string? number) =>
        new("ALREADY_OPEN", number is null ? "同一个平台已经有一份申报在办，一个平台同时只能有一份。请与省级平台联系。" : $"同一个平台您已经有一份申报在办（{number}），一个平台同时只能有一份。要改请撤回原来的。") { Field = "placeName" };

    public static Refusal NodeExists(string name) =>
        new("NODE_EXISTS", $"“{name}”已经在平台网络里，不用再申报。要变更请向省级平台提出。") { Field = "placeName" };

    public static Refusal InvalidParent(string says) =>
        new("INVALID_PARENT", says) { Field = "parent" };

    public static Refusal DefectUnanswered(string part) =>
        new("DEFECT_UNANSWERED", $"退回时指出的“{FormParts.LabelOf(part)}”还是原来的样子。请改好再提交。") { Field = $"part.{part}" };

    public static Refusal WrongStatus(ApplicationStatus status, ApplicationAct act) =>
        new("WRONG_APPLICATION_STATUS", $"这份申报现在是“{status.Chinese()}”，不能{act.Chinese()}。请刷新后核对。");

    public static Refusal NotApprover() =>
        Refusal.Forbidden("NOT_APPROVER", "设立由省级平台批准，市（州）平台只提推荐意见。请在“属地意见”里填写。");

    public static Refusal NotTheTerritory() =>
        Refusal.Forbidden("FORBIDDEN_SCOPE", "这份申报不在本市（州）辖区内，不能提意见。");

    public static Refusal OpinionGiven() =>
        new("OPINION_GIVEN", "属地意见已经提过，只提一次。补充情况请与省级平台联系。");

    public static Refusal NoOpinionNeeded() =>
        new("NO_OPINION_NEEDED", "市（州）平台的申报不需要属地意见。");

    public static Refusal OpinionPending(DateOnly due) =>
        new("OPINION_PENDING", $"属地意见还没有到，期限是 {Day(due)}。意见到了或过了期限再开始评估。");

    public static Refusal NoDefects() =>
        Refusal.Input("NO_DEFECTS", "defects", "没有写缺陷。退回要一次写全，至少一条。");

    public static Refusal NotOneTime(string part) =>
        new("NOT_ONE_TIME", $"“{FormParts.LabelOf(part)}”在上一次提交时就是这样，上一次退回没有指出或没有改动过，不能再以它退回。缺陷要一次告知。") { Field = $"defect.{part}" };

    public static Refusal NoAssessment() =>
        new("NO_ASSESSMENT", "还没有登记任何评估（听取汇报、现场考察、材料评估）。登记以后才能提出结论。");

    public static Refusal ExpertNotAssigned() =>
        new("EXPERT_NOT_ASSIGNED", "选的专家没有指派到这份申报，或者已经退出。请先在专家库里指派。") { Field = "expert" };

    public static Refusal ProposalWaits() =>
        new("PROPOSAL_WAITS", "已经有一份结论等人确认。要改请先由确认人退回。");

    public static Refusal NoProposal() =>
        new("NO_PROPOSAL", "评估员还没有提出结论。提出以后才能决定。");

    public static Refusal SamePerson() =>
        new("SAME_PERSON", "您参加了评估或验收，不能再由您批准。请由另一位批准人决定。");

    public static Refusal ConditionNotMet(ConditionResult result) =>
        new("CONDITION_NOT_MET", $"“{result.Label}”不符合：要求{result.Required}，现在是{result.Found}。不能通过。") { Field = $"waiver.{result.Code}" };

    public static Refusal WaiverOpen(ConditionResult result) =>
        new("CONDITION_NOT_MET", $"“{result.Label}”低于原则要求（{result.Required}，现在是{result.Found}）。请写明同意从宽，或给出否定结论。") { Field = $"waiver.{result.Code}" };

    public static Refusal NoModules() =>
        Refusal.Input("MODULES_MISSING", "modules", "没有分配功能模块。请至少选一个。");

    public static Refusal DueDatePast(DateOnly due) =>
        Refusal.Input("DUE_DATE_PAST", "newDueOn", $"建成期限 {Day(due)} 已经过去。请定新的期限并写明理由。");

    public static Refusal ExtensionNeedsReason() =>
        Refusal.Input("EXTENSION_NEEDS_REASON", "extensionReason", "没有写延期的理由。建设原则上在申报当年完成，延期要写明理由。");

    public static Refusal ReportClosed() =>
        new("REPORT_CLOSED", "这次进度已经登记，附的文件不能再改。请附在下一次进度里。");

    public static Refusal NoProgress() =>
        new("NO_PROGRESS", "还没有登记过建设进度。先登记进度，再申请验收。");

    public static Refusal NoChecklist(string? module) => module is null
        ? new("NO_CHECKLIST", "还没有登记验收清单。登记以后才能确认。")
        : new("NO_CHECKLIST", $"功能模块“{module}”没有验收佐证。每个模块都要写。") { Field = $"evidence.{module}" };

    public static Refusal ModuleNotMet(string module) =>
        new("MODULE_NOT_MET", $"功能模块“{module}”还不具备，不能认定合格。请改结论或改这一项。") { Field = $"evidence.{module}" };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
