using System.Text.Json;
using System.Text.Json.Nodes;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Provinces.Applying;

/// <summary>What an apply says of itself, and of two readings of one thing.</summary>
internal static class Words
{
    public const string First = "载入配置包";
    public const string Update = "配置包更新";

    private static readonly Dictionary<string, string> SettingNames = new(StringComparer.Ordinal)
    {
        ["centre"] = "建设单位",
        ["website"] = "单位网站",
        ["naming"] = "命名规则",
        ["plates"] = "牌匾编号和服务类型",
        ["conflictDecisionWorkdays"] = "处理承诺冲突的工作日数",
        ["openableFields"] = "可以放开的要素",
        ["promotionOpen"] = "提升为全省事项是否开放",
        ["surveyIntervalMonths"] = "事项调查间隔",
        ["directories"] = "服务名录",
        ["categories"] = "事项类别",
        ["information"] = "信息公开窗口",
        ["cartogram"] = "网络示意图",
        ["contacts"] = "联系方式",
    };

    public static IReadOnlyList<string> Changes(ItemContent? before, ItemContent after) =>
    [
        .. FieldDifference.Between(before, after).Select(one => $"{one.Field.Label}由“{one.Before ?? "空"}”改为“{one.After ?? "空"}”"),
        .. before is not null && Aside(before) != Aside(after) ? ["检索词、序号或样例标记"] : Array.Empty<string>(),
    ];

    public static IReadOnlyList<string> Changes(OfferingVersion before, OfferingDraft after) =>
    [
        .. from field in CatalogFields.All
           let was = field.Read(before.Local) ?? before.Tightening.Read(field)
           let reads = field.Read(after.Local) ?? after.Tightening.Read(field)
           where was != reads
           select $"{field.Label}由“{was ?? "空"}”改为“{reads ?? "空"}”",
        .. before.IsSample != after.IsSample ? ["样例标记"] : Array.Empty<string>(),
        .. Json(before.Tightening.WaivedMaterials) != Json(after.Tightening.WaivedMaterials) ? ["免交的材料"] : Array.Empty<string>(),
    ];

    public static IReadOnlyList<string> Changes(ProvinceSettings? before, ProvinceSettings after)
    {
        var (left, right) = (before is null ? new JsonObject() : Node(before), Node(after));
        return [.. right.Where(one => !JsonNode.DeepEquals(left[one.Key], one.Value)).Select(one => SettingNames.GetValueOrDefault(one.Key, one.Key))];
    }

    /// <summary>A version of the pack holds from the pack's own day, past or future; a change of a known one from today.</summary>
    public static (DateOnly Day, DateTimeOffset At) Since(DateOnly day, DateTimeOffset now) =>
        (day, day < ChinaTime.DayOf(now) ? ChinaTime.StartOf(day) : now);

    public static string Json(object value) => JsonSerializer.Serialize(value, value.GetType(), WireJson.Options);

    /// <summary>What no column shows.</summary>
    private static string Aside(ItemContent content) => Json(new { content.Keywords, content.OrderNo, content.IsSample });

    private static JsonObject Node(ProvinceSettings settings) => JsonSerializer.SerializeToNode(settings, WireJson.Options)?.AsObject() ?? [];
}
