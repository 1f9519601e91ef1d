using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Tests.Vectors;

namespace IpNetwork.Domain.Tests.Establishment;

/// <summary>Forms as builders write them, complete; a test names only what matters to it.</summary>
internal static class Written
{
    public const string Organ = "115100000081000143";
    public const string Institution = "12510100450700012L";
    public const string Association = "51510000502000019F";
    public const string Enterprise = "91510100MA6000016A";
    public const string SoleTrader = "92510100MA60000242";

    public static readonly DateTimeOffset Now = new(2026, 11, 27, 2, 0, 0, TimeSpan.Zero);

    public static ThresholdSet City { get; } = new(NodeKind.City, "三(二)1",
    [
        new(Threshold.Workspace, "工作场所面积", 200, "平方米", Strictness.Soft, "EST-01b"),
        new(Threshold.Staff, "工作人员", 5, "人", Strictness.Hard, "EST-01d"),
        new(Threshold.Computers, "计算机", 4, "台", Strictness.Hard, "EST-01e"),
    ])
    {
        Judged = [new("DEMAND", "需求较强", "EST-01a"), new("SITE", "相对集中", "EST-01c"), new("DEPARTMENT", "负责部门明确", "EST-01d"), new("EQUIPMENT", "设备", "EST-01e"), new("FUNDS", "经费和方案", "EST-01f")],
    };

    public static ThresholdSet KeyPark { get; } = new(NodeKind.KeyPark, "三(二)2",
    [
        new(Threshold.Workspace, "工作场所面积", 100, "平方米", Strictness.Hard, "EST-02a"),
        new(Threshold.Staff, "工作人员", 3, "人", Strictness.Hard, "EST-02b"),
        new(Threshold.Computers, "计算机等终端", 3, "台", Strictness.Hard, "EST-02c"),
    ])
    {
        Judged = [.. City.Judged, new("CONTINUITY", "持续服务", "EST-02d")],
    };

    public static EstablishmentRules Rules { get; } = new()
    {
        Calendar = Vector.Calendar(2026),
        Thresholds = [City, KeyPark, new(NodeKind.County, "没有门槛", []), new(NodeKind.Workstation, "没有门槛", [])],
    };

    public static ApplicationForm Form { get; } = new()
    {
        Prospect = new() { Kind = NodeKind.City, Parent = "sichuan", DivisionCode = "510900", PlaceName = "遂宁市" },
        Mode = ConstructionMode.Own,
        Builders = [Builder()],
        Premises = new() { Address = "遂宁市船山区 1 号", Area = 260, IsConcentrated = true },
        Staff = People(6),
        Equipment = new() { Computers = 6, HasInternet = true, HasOfficeEquipment = true },
        Funds = new() { Amount = 500_000, Source = "市级财政", Department = "市市场监督管理局" },
        Demand = new() { Text = "企业多", Figures = "有效专利 1000 件" },
        Plan = new() { WorkBody = "中心", Contents = "窗口", Schedule = "当年", ExpectedResults = "服务 500 家", Guarantee = "专人专费", Organisation = "两级" },
        Manager = new() { Name = "李明", Phone = "13800000000", Mail = "li@example.cn" },
        StatedTrue = true,
    };

    public static BuilderLine Builder(string uscc = Organ, BuilderType type = BuilderType.AdministrativeOrgan, BuilderPart part = BuilderPart.Builder) =>
        new() { Name = "遂宁市市场监督管理局", Uscc = uscc, Type = type, Part = part };

    public static IReadOnlyList<StaffLine> People(int count) =>
        [.. Enumerable.Range(1, count).Select(n => new StaffLine { Key = $"k{n}", Name = $"人员{n}", IdentityMark = $"mark-{n}", MaskedNumber = $"510***********{n:0000}", IsFullTime = true })];

    public static ApplicationMaterial Material(MaterialKind kind, string? condition = null) => new()
    {
        FileId = Guid.NewGuid(),
        Kind = kind,
        ConditionCode = condition,
        Name = "材料.pdf",
        Size = 1024,
        Sha256 = new string('a', 64),
        AddedAt = Now,
    };

    public static IReadOnlyList<ApplicationMaterial> AllMaterials { get; } =
    [
        Material(MaterialKind.ApplicationForm), Material(MaterialKind.ConstructionPlan),
        .. City.Items.Select(item => Material(MaterialKind.Proof, item.Code)),
    ];

    public static IReadOnlyList<string> Codes(this IEnumerable<Refusal> refusals) => [.. refusals.Select(refusal => refusal.Code)];
}
