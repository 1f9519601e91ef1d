using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Plates;

namespace IpNetwork.App.Plates;

/// <summary>Plates as people read of them.</summary>
internal static class PlateWords
{
    public static string Of(PlateKind kind) => kind is PlateKind.Platform ? "挂牌" : "授牌";

    public static string Of(PlateStatus status) => status switch
    {
        PlateStatus.Valid => "有效",
        PlateStatus.Suspended => "暂停",
        PlateStatus.TakenDown => "已摘牌",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static StatusView Status(Plate plate) => plate switch
    {
        { Status: PlateStatus.TakenDown, Ending: PlateEnding.Renaming or PlateEnding.Merger } => new("已停用", Tone.End),
        _ => Status(plate.Status),
    };

    public static StatusView Status(PlateStatus status) => new(Of(status), status switch
    {
        PlateStatus.Valid => Tone.Ok,
        PlateStatus.Suspended => Tone.Wait,
        _ => Tone.Bad,
    });

    public static StatusView Status(ProposalState state) => state switch
    {
        ProposalState.Prepared => new("等批准", Tone.Wait),
        ProposalState.Approved => new("已批准", Tone.Ok),
        ProposalState.Declined => new("没有批准", Tone.Bad),
        _ => new("已撤回", Tone.End),
    };

    /// <summary>The rule that made the words, in a sentence.</summary>
    public static string Rule(string rule) => rule switch
    {
        "NAM-03" => "省名（地名）知识产权公共服务平台；地名不带“市”“州”",
        "NAM-04" => "省名（园区规范简称）知识产权公共服务平台",
        "NAM-05" => "省名（地名）知识产权公共服务平台，加园区名和“工作站”",
        "NAM-06" => "省名、服务类型、“中心”、地名、“分中心”",
        "NAM-07" => "省名、服务类型、“中心”、区（市、县）名、“分中心”",
        "NAM-08" => "另有文件规定的名称",
        _ => "登记时的名称",
    };

    public static string Input(string name) => name switch
    {
        "city" => "市（州）",
        "shortName" => "简称",
        "zone" => "园区全称",
        "levelDocument" => "批准为国家级的文号",
        "park" => "园区名",
        "serviceType" => "服务类型",
        "district" => "区（市、县）",
        "document" => "命名依据的文号",
        "reason" => "理由",
        "suffixReason" => "保留“市”“州”的理由",
        "approver" => "批准单位",
        "source" => "出处",
        _ => name,
    };

    /// <summary>The verdict, first of all.</summary>
    public static PlateVerdict Verdict(Plate plate, Node node, Node? successor) => plate.Status switch
    {
        PlateStatus.Valid => new(Tone.Ok, "这块牌匾有效", plate.Kind is PlateKind.Platform ? Works(node) : FunctionWorks(node)),
        PlateStatus.Suspended => new(Tone.Wait, "这块牌匾暂停使用", $"{Since(plate.SuspendedOn)}暂停，等候省级平台处理；暂停期间不以这个名义服务。"),
        _ => plate.Ending switch
        {
            PlateEnding.Renaming => new(Tone.Bad, "这块牌匾已经停用", $"{Since(plate.TakenDownOn)}平台改用别的名称，以新牌匾为准。"),
            PlateEnding.Merger => new(Tone.Bad, "这块牌匾已经停用", $"{Since(plate.TakenDownOn)}平台并入{successor?.Plate().Full ?? "其他平台"}。"),
            _ => new(Tone.Bad, "这块牌匾已经摘牌", plate.Kind is PlateKind.Platform
                ? $"{Since(plate.TakenDownOn)}不再是知识产权公共服务平台，不能收件。"
                : $"{Since(plate.TakenDownOn)}不再承担这项服务功能。"),
        },
    };

    private static string Works(Node node) => node.Status switch
    {
        NodeStatus.Operating => "平台正常运行。",
        NodeStatus.Rectifying => "平台正在限期整改，服务照常。",
        NodeStatus.Suspended => node.SuspendedUntil is { } until ? $"平台暂停接收新的申请，到 {Say.Sentence(until)} 为止；已经受理的照常办完。" : "平台暂停接收新的申请。",
        _ => $"平台现在是“{NodeWords.Of(node.Status)}”。",
    };

    private static string FunctionWorks(Node node) =>
        node.IsOpenToPublic ? "工作主体按授牌的职责服务。" : $"所在平台现在是“{NodeWords.Of(node.Status)}”，经决定这块牌匾继续有效。";

    private static string Since(DateOnly? day) => day is { } on ? $"{Say.Sentence(on)}起" : "";
}

public sealed record PlateVerdict(Tone Tone, string Headline, string Says);
