using System.Collections.Frozen;
using static IpNetwork.Domain.Catalog.CatalogField;

namespace IpNetwork.Domain.Catalog;

/// <summary>Every column the catalog knows, in the order pages show them.</summary>
public static class CatalogFields
{
    private const CatalogRow ItemRow = CatalogRow.Item;
    private const CatalogRow Implementation = CatalogRow.Implementation;

    public static readonly CatalogField Name = Printed("name", "事项名称", ItemRow, c => Text(c.Name));
    public static readonly CatalogField Category = Printed("category", "事项类别", ItemRow, c => Text(c.Category));
    public static readonly CatalogField BasicCode = Locked("basicCode", "基本编码", ItemRow, c => Text(c.BasicCode));
    public static readonly CatalogField ServiceObject = Printed("serviceObject", "服务对象", ItemRow, c => Text(c.ServiceObject));
    public static readonly CatalogField Content = Printed("content", "服务内容", ItemRow, c => Text(c.Content));
    public static readonly CatalogField Form = Printed("form", "服务形式", ItemRow, c => Text(c.Form));
    public static readonly CatalogField FlowConditions = Printed("flowConditions", "流程条件", Implementation, c => Text(c.FlowConditions));
    public static readonly CatalogField HandlingWay = Printed("handlingWay", "办理方式", Implementation, c => Text(c.HandlingWay));
    public static readonly CatalogField CommittedLimit =
        Openable("committedLimit", "办结时限", c => c.CommittedLimit is { } days ? CatalogWords.Workdays(days) : null, printed: true);
    public static readonly CatalogField Materials =
        Openable("materials", "材料", c => ReadMaterials(c.Materials), printed: true, c => c.Materials is { } list ? string.Join('\n', list) : null);
    public static readonly CatalogField SupervisionWay = Printed("supervisionWay", "监督评价", Implementation, c => Text(c.SupervisionWay));
    public static readonly CatalogField Fee = Locked("fee", "收费", Implementation, c => ReadFee(c.Fee));
    public static readonly CatalogField Visits =
        Openable("visits", "到现场次数", c => c.Visits is { } count ? CatalogWords.Visits(count) : null, printed: false);
    public static readonly CatalogField Department =
        Local("department", "实施部门", ItemRow, l => Text(l.Department), (l, v) => l with { Department = v }, printed: true);
    public static readonly CatalogField ImplementingCode =
        Local("implementingCode", "实施编码", Implementation, l => Text(l.ImplementingCode), (l, v) => l with { ImplementingCode = v });
    public static readonly CatalogField Link = Local("link", "办理网址", Implementation, l => Text(l.Link), (l, v) => l with { Link = v });

    public static readonly IReadOnlyList<CatalogField> All =
    [
        Name, Category, BasicCode,
        Locked("directoryEntry", "所属名录", ItemRow, c => Text(c.DirectoryEntry)),
        ServiceObject, Content, Form,
        Locked("legalBasis", "设定依据", ItemRow, c => Text(c.LegalBasis)),
        Locked("platformRole", "平台职责", ItemRow, c => CatalogWords.Of(c.PlatformRole)),
        Locked("bundle", "一件事", ItemRow, c => ReadBundle(c.Bundle)),
        Locked("targetKinds", "适用平台", ItemRow, c => c.TargetKinds.Count == 0 ? null : string.Join('、', c.TargetKinds.Select(CatalogWords.Of))),
        Locked("openedFields", "放开收紧", ItemRow, c => ReadNames(c.OpenedFields)),
        Locked("neededLocally", "本地必填", ItemRow, c => c.NeededLocally is { } names ? ReadNames(names) : null),
        Department,
        Local("localCode", "本地编码", ItemRow, l => Text(l.LocalCode), (l, v) => l with { LocalCode = v }),
        FlowConditions,
        Locked("admissionConditions", "受理条件", Implementation, c => Text(c.AdmissionConditions)),
        HandlingWay,
        Locked("handlingKind", "办件类型", Implementation, c => CatalogWords.Of(c.HandlingKind)),
        CommittedLimit,
        Locked("statutoryLimit", "法定时限", Implementation, c => c.StatutoryLimit is { } days ? CatalogWords.Workdays(days) : null),
        Materials, Fee, Visits,
        Locked("result", "办理结果", Implementation, c => Text(c.Result)),
        SupervisionWay,
        ImplementingCode,
        Local("windows", "办理窗口", Implementation, l => Text(l.Windows), (l, v) => l with { Windows = v }),
        Local("address", "办理地址", Implementation, l => Text(l.Address), (l, v) => l with { Address = v }),
        Local("hours", "办理时间", Implementation, l => Text(l.Hours), (l, v) => l with { Hours = v }),
        Local("phones", "咨询电话", Implementation, l => Text(l.Phones), (l, v) => l with { Phones = v }),
        Local("staff", "办理岗位", Implementation, l => Text(l.Staff), (l, v) => l with { Staff = v }),
        Link,
        Local("pickUpPoint", "取件地点", Implementation, l => Text(l.PickUpPoint), (l, v) => l with { PickUpPoint = v }),
    ];

    /// <summary>What a node's own item cannot do without: who gives the service, and where, when and by which number it is found.</summary>
    public static readonly IReadOnlyList<string> NeededAtCounter = ["department", "windows", "address", "hours", "phones"];

    private static readonly FrozenDictionary<string, CatalogField> ByName = All.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);

    public static CatalogField? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Why the row cannot be published yet: the fields of both lists that say nothing, the local ones left to the node.</summary>
    public static IReadOnlyList<CatalogField> MissingIn(ItemContent content)
    {
        var missing = All.Where(field => field is { IsPrinted: true, Governance: Governance.Locked } && field.Read(content) is null).ToList();
        if (content.TargetKinds.Count == 0)
        {
            missing.Add(ByName["targetKinds"]);
        }

        if (content.Fee is { Charged: true, Basis: null or "" })
        {
            missing.Add(Fee);
        }

        return missing;
    }

    /// <summary>The local fields a node fills before it offers the item; an implementing code exists for registered government items alone.</summary>
    public static IReadOnlyList<CatalogField> NeededLocally(ItemContent content) =>
        content.NeededLocally is { } names
            ? [.. All.Where(field => field.Governance is Governance.Local && names.Contains(field.Name))]
            : [.. All.Where(field => field.Governance is Governance.Local && field.Name != "localCode"
                && (field != ImplementingCode || Text(content.BasicCode) is not null))];

    internal static string? ReadMaterials(IReadOnlyList<RequiredDocument>? materials) => materials switch
    {
        null => null,
        [] => "不用交材料",
        _ => $"{materials.Count} 份：{string.Join('、', materials.Select(material => material.Name))}",
    };

    private static string? ReadFee(Charge? fee) => fee switch
    {
        null => null,
        { Charged: false } => "不收费",
        _ => string.Join('，', new[] { "收费", fee.Standard, fee.Basis }.Where(part => Text(part) is not null)),
    };

    private static string ReadBundle(BundleMembership bundle) => bundle switch
    {
        { Number: null } => Text(bundle.OutsideReason) is { } reason ? $"不纳入（{reason}）" : "不纳入",
        { AssessmentRecord: { } record } => $"第 {bundle.Number} 项（评估记录：{record}）",
        _ => $"第 {bundle.Number} 项",
    };

    private static string? ReadNames(IReadOnlyList<string> names) =>
        names.Count == 0 ? null : string.Join('、', names.Select(name => Find(name)?.Label ?? name));

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
