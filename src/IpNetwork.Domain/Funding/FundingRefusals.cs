using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Funding;

/// <summary>Every way funding says no.</summary>
public static class FundingRefusals
{
    public static Refusal Missing(string field, string label) =>
        Refusal.Input("EMPTY", field, $"{label}没有填。请填写。");

    public static Refusal TooLong(string field, string label, int longest) =>
        Refusal.Input("TEXT_TOO_LONG", field, $"{label}超过 {longest} 个字。请缩短。");

    public static Refusal ChoiceMissing(string field, string label) =>
        Refusal.Input("CHOICE_MISSING", field, $"{label}没有选。请选一项。");

    public static Refusal BadDate(string field, string says) =>
        Refusal.Input("BAD_DATE", field, $"{says}请核对日期。");

    public static Refusal BadYear(int first, int last) =>
        Refusal.Input("BAD_YEAR", "year", $"年度要在 {first} 和 {last} 之间。请核对。");

    public static Refusal UnknownPlatform() =>
        Refusal.Input("UNKNOWN_PLATFORM", "platform", "没有选平台，或它不在建设计划和平台网络里。请从列出的里面选。");

    public static Refusal NumberTaken() =>
        Refusal.Input("PROJECT_NUMBER_TAKEN", "projectNumber", "这个项目编号已经登记过。请核对编号。");

    public static Refusal AlreadyReviewed() =>
        new("ALREADY_REVIEWED", "这个项目已经登记过评审结果，不能再改。");

    public static Refusal NotReviewed() =>
        new("NOT_REVIEWED", "项目没有通过评审，不能下达资金。请先按程序评审并登记结果。");

    public static Refusal AlreadyAwarded() =>
        new("ALREADY_AWARDED", "这个项目的资金已经下达。要追加请另立项目。");

    public static Refusal NoCapDefined(NodeKind kind) =>
        new("NO_CAP_DEFINED", $"文件没有规定{kind.Chinese()}的资金上限，省里也还没有定。定了上限才能下达，项目先留着。");

    public static Refusal OverCap(Yuan asked, Yuan awarded, Yuan cap) =>
        new("OVER_CAP", $"这次 {asked}，加上本建设年度已下达的 {awarded}，超过上限 {cap}。请减少金额。") { Field = "amount" };

    public static Refusal NotBuildYear(int year) =>
        new("NOT_BUILD_YEAR", $"资金在建设当年（{year} 年）下达，截至当年 12 月 31 日。下达日期不在这一年。") { Field = "awardedOn" };

    public static Refusal AlreadyDemonstration() =>
        new("ALREADY_DEMONSTRATION", "这个平台已经是示范平台。") { Field = "platform" };

    public static Refusal NoDemonstration() =>
        new("NO_DEMONSTRATION", "这个平台现在不是示范平台。请刷新页面。");
}
