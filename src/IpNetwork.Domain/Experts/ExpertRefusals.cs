using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Experts;

/// <summary>Every way the expert pool says no.</summary>
public static class ExpertRefusals
{
    public static Refusal Missing(string field, string label) =>
        Refusal.Input("EMPTY", field, $"{label}没有填。请填写。");

    public static Refusal TooLong(string field, string label, int longest) =>
        Refusal.Input("TEXT_TOO_LONG", field, $"{label}超过 {longest} 个字。请缩短。");

    public static Refusal UnknownCategory() =>
        Refusal.Input("UNKNOWN_VALUE", "category", "没有选类别，或者没有这个类别。请从列表里选。");

    public static Refusal EndsBeforeItBegins(DateOnly to, DateOnly from) =>
        Refusal.Input("BAD_DATE", "to", $"任期截止日 {to:O} 早于开始日 {from:O}。请核对日期。");

    public static Refusal AvoidanceMissing() =>
        Refusal.Input("EMPTY", "uscc", "没有写回避哪个单位或哪份申报。请填统一社会信用代码或申报编号。");

    public static Refusal TermOver(string name, DateOnly from, DateOnly to) =>
        new("TERM_OVER", $"{name}的任期是 {from:O} 至 {to:O}，今天不在任期内。请先续聘，或者另选专家。") { Field = "expert" };

    public static Refusal OwnEmployer(string name, string employer) =>
        new("EXPERT_CONFLICT", $"{name}就职于建设主体“{employer}”，应当回避。请另选专家。") { Field = "expert" };

    public static Refusal Avoids(string name, string reason) =>
        new("EXPERT_CONFLICT", $"{name}已声明回避：{reason}。请另选专家。") { Field = "expert" };

    public static Refusal AlreadyAssigned(string name) =>
        new("ALREADY_ASSIGNED", $"{name}已经在这份申报的专家里，不用再指派。") { Field = "expert" };

    public static Refusal Released() =>
        new("ALREADY_RELEASED", "这位专家已经退出这份申报。请刷新后核对。");

    public static Refusal UnknownMatter() =>
        Refusal.Input("UNKNOWN_VALUE", "application", "没有这份在办的申报。请核对申报编号。");
}
