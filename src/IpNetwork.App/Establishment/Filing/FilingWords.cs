using System.Globalization;
using System.Text.RegularExpressions;
using IpNetwork.App.Establishment.Filing.Form;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Filing;

/// <summary>How the builder's side speaks of its states and values.</summary>
internal static partial class FilingWords
{
    public static StatusView Status(ApplicationStatus status) => new(status.Chinese(), status switch
    {
        ApplicationStatus.Submitted or ApplicationStatus.UnderAssessment or ApplicationStatus.Building => Tone.Run,
        ApplicationStatus.Returned => Tone.Warn,
        ApplicationStatus.InBuildPlan or ApplicationStatus.Accepted => Tone.Ok,
        ApplicationStatus.Rejected => Tone.Bad,
        ApplicationStatus.Withdrawn => Tone.End,
        _ => Tone.Wait,
    });

    /// <summary>What the builder does next, and where; nothing where it is somebody else's turn.</summary>
    public static (string Text, string Where)? Next(ApplicationStatus status) => status switch
    {
        ApplicationStatus.Draft => ("接着填写", FilingSteps.All[0].Key),
        ApplicationStatus.Returned => ("看缺陷，补正", FilingSteps.Check),
        ApplicationStatus.InBuildPlan => ("登记建设进度", FilingLinks.Progress),
        ApplicationStatus.Building => ("登记进度或申请验收", FilingLinks.Progress),
        _ => null,
    };

    public static string Says(ApplicationStatus status) => status switch
    {
        ApplicationStatus.Draft => "还没有提交，只有您看得到。",
        ApplicationStatus.Submitted => "等省级平台形式审查。",
        ApplicationStatus.Returned => "省级平台一次列出了全部要改的地方，改好后再提交。",
        ApplicationStatus.UnderAssessment => "正在评估，可能会约听取汇报或现场考察。",
        ApplicationStatus.Rejected => "没有纳入建设计划，申报页上有理由。可以重新申报。",
        ApplicationStatus.Withdrawn => "您已经撤回。可以重新申报。",
        ApplicationStatus.InBuildPlan => "已经纳入建设计划，可以开始建设。",
        ApplicationStatus.Building => "正在建设。建成后申请验收。",
        ApplicationStatus.AcceptanceRequested => "等省级平台验收。",
        _ => "验收合格，已认定。",
    };

    public static string Title(NodeKind? kind, string place) => $"{(kind is { } known ? NodeWords.Of(known) : "平台")}：{(place.Length == 0 ? "还没有填地名" : place)}";

    public static StatusView Verdict(ConditionVerdict verdict) => verdict switch
    {
        ConditionVerdict.Pass => new("符合", Tone.Ok),
        ConditionVerdict.SoftFail => new("要写理由", Tone.Warn),
        _ => new("不符合", Tone.Bad),
    };

    /// <summary>The document and its place in it; our own numbers of rules say nothing to who applies.</summary>
    public static string Clause(string clause) => string.Join('；', clause.Split('；', StringSplitOptions.TrimEntries).Where(part => !RuleNumbers().IsMatch(part)));

    public static string Part(BuilderPart part) => part switch { BuilderPart.Principal => "委托方", BuilderPart.Contractor => "受托方", _ => "建设主体" };

    public static string Staff(StaffKind kind) => kind is StaffKind.Manager ? "管理人员" : "业务人员";

    public static string Yuan(decimal yuan) => new Yuan(yuan).ToString();

    /// <summary>An input's value as people read it.</summary>
    public static string Value(string field, string value) => (field.Split('.')[^1], value) switch
    {
        (_, "") => "没有填",
        (_, FormFields.Yes) => "是",
        ("fundAmount", _) when decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var yuan) => Yuan(yuan),
        ("kind", _) when Enum.TryParse<NodeKind>(value, out var kind) => NodeWords.Of(kind),
        ("kind", _) when Enum.TryParse<StaffKind>(value, out var staff) => Staff(staff),
        ("mode", _) when Enum.TryParse<ConstructionMode>(value, out var mode) => mode.Chinese(),
        ("type", _) when Enum.TryParse<BuilderType>(value, out var type) => type.Chinese(),
        ("part", _) when Enum.TryParse<BuilderPart>(value, out var part) => Part(part),
        _ => value,
    };

    [GeneratedRegex(@"^[A-Z]+-\d+[a-z]?((、| 至 |, )[A-Z]+-\d+[a-z]?)*$")]
    private static partial Regex RuleNumbers();
}
