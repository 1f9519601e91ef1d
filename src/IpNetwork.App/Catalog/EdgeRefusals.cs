using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog;

/// <summary>What the edge of this room refuses before the domain is asked.</summary>
internal static class EdgeRefusals
{
    /// <summary>Answered as 404, whatever else the request got wrong.</summary>
    public static readonly Refusal Absent = Answers.Absent;

    public static Refusal BadCode(int longest) =>
        Refusal.Input("BAD_ITEM_CODE", "code", $"编码要填 1—{longest} 个字母、数字或横线，以字母或数字开头，例如 SC-IP-11。");

    public static Refusal NotText(string field) => Refusal.Input("BAD_VALUE", field, "这里有空着的项或无法识别的字符。请删去后再存。");

    public static Refusal TooLong(string field, int longest) => Refusal.Input("BAD_VALUE", field, $"最多 {longest} 个字。请缩短后再存。");

    public static Refusal TooMany(string field, int most) => Refusal.Input("BAD_VALUE", field, $"最多 {most} 项。请减少后再存。");

    public static Refusal OutOfRange(string field, int most) => Refusal.Input("BAD_VALUE", field, $"要填 0—{most} 之间的整数。");

    public static Refusal Empty(string field) => Refusal.Input("BAD_VALUE", field, "没有填。请填写后再存。");

    public static Refusal NotADay(string field) => Refusal.Input("BAD_DATE", field, "请选一个日期，写成 2026-04-09。");

    public static Refusal DraftOpen(string name) =>
        new("DRAFT_OPEN", $"「{name}」还有一份没发布的草稿。请先发布或放弃草稿，再来处理。");

    public static Refusal DraftExists(string code) =>
        new("DRAFT_OPEN", $"编码 {code} 已经有一份草稿。请接着写那一份。") { Field = "code" };

    public static Refusal AlreadyProposed(string name) =>
        new("ALREADY_PROPOSED", $"「{name}」的建议正等省级平台答复。请等答复后再提。");

    public static Refusal UnknownAnswer() => Refusal.Input("BAD_VALUE", "answer", "请选按全省值执行，或者填更严的值。");
}
