using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Opening;

/// <summary>Every way the preparation of a node is refused.</summary>
public static class OpeningRefusals
{
    public const string BadDate = "BAD_DATE";
    public const string StaffDoubleCounted = "STAFF_DOUBLE_COUNTED";

    public static Refusal TooSmall(Threshold threshold) =>
        new(threshold.RefusalCode, $"面积不到 {threshold.Minimum:0.##} {threshold.Unit}，达不到设立条件。请换场所，或者核对面积。") { Field = "area" };

    public static Refusal SmallWithoutReason(Threshold threshold) =>
        new(threshold.RefusalCode, $"面积原则上不小于 {threshold.Minimum:0.##} {threshold.Unit}。确实不足的，请写明理由，由省级平台认定。") { Field = "shortfallReason" };

    public static Refusal BadArea() =>
        Refusal.Input("BAD_AREA", "area", "面积没有填或写法不对。请填平方米数，最多两位小数，例如 208.5。");

    public static Refusal BeforeTheLast(DateOnly from, DateOnly last) =>
        new(BadDate, $"{from:O} 早于上一次登记的 {last:O}。请核对从哪一天起变更。") { Field = "from" };

    public static Refusal ListedTwice() =>
        new(StaffDoubleCounted, "这个人已经在本平台的名册里，同一时期只登记一次。请核对身份证号码，或者先登记离岗。") { Field = "citizenNumber" };

    public static Refusal FullTimeElsewhere() =>
        new(StaffDoubleCounted, "这个人同一时期已在另一个平台登记为专职，不能重复计算。请改为兼职，或者请那个平台先登记离岗。") { Field = "employment" };

    public static Refusal ManagerNotQualified(Qualification qualification, DateOnly appointedOn) => new(
        "MANAGER_NOT_QUALIFIED",
        qualification.IpWorkSince is { } since && !qualification.WorkedLongEnough(appointedOn)
            ? $"管理人员的知识产权工作从 {since:O} 起算，到任职那天不满 3 年，也没有资格、职称或者本科以上学历。请补充其中一项，或者另选人员。"
            : "管理人员要有 3 年以上知识产权工作经历、知识产权资格或中高级职称、本科以上学历中的一项。请补充，或者另选人员。")
    { Field = "ipWorkSince" };

    public static Refusal EndsBeforeItBegins(DateOnly to, DateOnly from) =>
        Refusal.Input(BadDate, "to", $"{to:O} 早于开始日 {from:O}。请核对日期。");

    public static Refusal AlreadyLeft(DateOnly to) =>
        new("ALREADY_LEFT", $"已经登记在 {to:O} 离岗，只能提前。请核对日期。") { Field = "lastDay" };

    public static Refusal UnknownModule(string field) =>
        Refusal.Input("UNKNOWN_MODULE", field, "没有这个服务模块。请从省里的模块清单里选。");

    public static Refusal AlreadyApplied() =>
        new("ALREADY_APPLIED", "这个模块已经申请过。请看它现在的状态。");

    public static Refusal NotApplied() =>
        new("NOT_APPLIED", "这个模块没有等候答复的申请。请核对平台和模块。");

    public static Refusal NotAllotted() =>
        new("NOT_ALLOTTED", "这个模块还没有配给，或者已经开着。请先向省级平台申请，或者核对状态。");

    public static Refusal NotOn() =>
        new("NOT_ON", "这个模块没有开着，不用关。请核对状态。");

    // 川知促发〔2021〕59号 二(一)(二): modules open one by one, after the node does.
    public static Refusal NodeNotOperating(NodeStatus status) =>
        new("NODE_NOT_OPERATING", $"平台现在是“{status.Chinese()}”，挂牌运行以后才能打开服务模块。请先办理挂牌。");

    public static Refusal ModuleNotStaffed(ModuleSwitch how)
    {
        string[] lacks =
        [
            .. string.IsNullOrWhiteSpace(how.PortalEntry) ? ["网上入口"] : Array.Empty<string>(),
            .. string.IsNullOrWhiteSpace(how.Place) || !how.HasPremises ? ["服务地点"] : Array.Empty<string>(),
            .. how.People == 0 ? ["负责人员"] : Array.Empty<string>(),
        ];
        return new("MODULE_NOT_STAFFED", $"还缺{string.Join("、", lacks)}，不能打开。线上要有入口，线下要有地点和人员。请补齐以后再打开。")
        {
            Field = string.IsNullOrWhiteSpace(how.PortalEntry) ? "portalEntry" : string.IsNullOrWhiteSpace(how.Place) ? "place" : null,
        };
    }

    public static Refusal BadEntry() =>
        Refusal.Input("BAD_LINK", "portalEntry", "网上入口写法不对。请填本平台的页面，例如 /services，或者以 https:// 开头的完整网址。");

    public static Refusal BadDay(string field) =>
        Refusal.Input(BadDate, field, "日期没有填或写法不对。请写成 2026-04-09。");

    public static Refusal InFuture(string field, DateOnly on) =>
        Refusal.Input(BadDate, field, $"{on:O} 还没有到。请到当天再登记，或更正日期。");

    public static Refusal ReasonRequired(string field) =>
        Refusal.Input("REASON_REQUIRED", field, "没有写理由。请写明理由，会留在记录里。");

    public static Refusal Unknown(string field, string label) =>
        Refusal.Input("UNKNOWN_VALUE", field, $"没有选{label}。请从列表里选。");

    public static Refusal Empty(string field, string label) =>
        Refusal.Input("EMPTY", field, $"没有填{label}。请填写。");

    internal static IEnumerable<Refusal> TooLong(params (int Longest, string Field, string Label, string? Text)[] texts) =>
        from one in texts
        where one.Text?.Trim().Length > one.Longest
        select Refusal.Input("TEXT_TOO_LONG", one.Field, $"{one.Label}超过 {one.Longest} 个字。请缩短。");
}
