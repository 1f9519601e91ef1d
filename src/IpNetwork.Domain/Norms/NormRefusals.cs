using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Norms;

/// <summary>Every way an act on norms is refused.</summary>
public static class NormRefusals
{
    public static Refusal VersionRequired() =>
        Refusal.Input("NORM_VERSION_REQUIRED", "version", "没有写版本。请写明版本，例如“2026 年版”，各平台才知道用的是哪一版。");

    public static Refusal VersionExists(string version) =>
        new("NORM_VERSION_EXISTS", $"这个规范已经发布过“{version}”版。发布后不能改，请写新的版本。") { Field = "version" };

    public static Refusal BadCode() =>
        Refusal.Input("BAD_NORM_CODE", "code", $"编号应为 2 至 {NormDraft.LongestCode} 个字母、数字或连字符。请修改。");

    public static Refusal TitleRequired() =>
        Refusal.Input("EMPTY", "title", "没有写名称。请填写规范的全称。");

    public static Refusal BadDay() =>
        Refusal.Input("BAD_DATE", "effectiveOn", "没有写施行日期或写法不对。请写成 2026-04-09。");

    public static Refusal DocumentRequired() =>
        Refusal.Input("DOCUMENT_REQUIRED", "documentNumber", "没有写文号。请填印发文件的文号。");

    public static Refusal ContentRequired() =>
        Refusal.Input("EMPTY", "text", "正文和链接都没有填。请至少填一样，各平台才能看到内容。");

    public static Refusal BadLink() =>
        Refusal.Input("BAD_LINK", "link", "链接写法不对。请填以 https:// 开头的完整网址。");

    public static Refusal TooLong(string field, string label, int longest) =>
        Refusal.Input("TEXT_TOO_LONG", field, $"{label}超过 {longest} 个字。请缩短。");
}
