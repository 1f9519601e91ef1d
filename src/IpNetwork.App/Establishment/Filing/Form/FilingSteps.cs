using System.Security.Cryptography;
using System.Text;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Filing.Form;

/// <summary>One page of the application form.</summary>
public sealed record FilingStep(string Key, string Title, string Lead)
{
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>Parts that a defect can be about, as <see cref="FormParts"/> names them.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Codes of the conditions that are met or missed here.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    public bool Holds(string field) => Fields.Any(own => own == field || (own.EndsWith('*') && field.StartsWith(own[..^1], StringComparison.Ordinal)))
        || (field.Split('.', 2) is [var group, var rest] && group switch
        {
            "condition" or "waiver" => Conditions.Contains(rest),
            "part" => Parts.Any(part => part == rest || (part.EndsWith('*') && rest.StartsWith(part[..^1], StringComparison.Ordinal))),
            _ => false,
        });

    /// <summary>Tells whether this step still reads as it did when it was shown, whatever was written elsewhere.</summary>
    public string BasisOf(ApplicationForm form) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f',
        FormFields.Of(form).Where(field => Holds(field.Key)).OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}\u001e{field.Value}")
            .Concat(Key == FilingSteps.Premises ? form.Staff.Select(line => line.MaskedNumber ?? "") : [])))))[..16];
}

/// <summary>The form's pages in their order.</summary>
internal static class FilingSteps
{
    public const string Platform = "platform";
    public const string Builders = "builders";
    public const string Premises = "premises";
    public const string Funds = "funds";
    public const string Plan = "plan";
    public const string Materials = "materials";
    public const string Check = "check";

    /// <summary>What may be applied for; the province is there already.</summary>
    public static IReadOnlyList<NodeKind> Kinds { get; } = [NodeKind.City, NodeKind.KeyPark, NodeKind.County, NodeKind.Workstation];

    /// <summary>Conditions that are measured, and of which a soft one may be asked to be waived.</summary>
    public static IReadOnlyList<string> Thresholds { get; } = [Threshold.Workspace, Threshold.Staff, Threshold.Computers];

    public static IReadOnlyList<FilingStep> All { get; } =
    [
        new(Platform, "要设立的平台", "先说要在哪里设立哪一种平台。")
        {
            Fields = ["kind", "placeName", "divisionCode", "parent"],
            Parts = ["prospect"],
        },
        new(Builders, "建设方式和主体", "谁来建，几家怎么分工。")
        {
            Fields = ["mode", "builders*"],
            Parts = ["builders"],
        },
        new(Premises, "场所、人员和设备", "对照条件填写，条件在右侧逐条核对。")
        {
            Fields = ["address", "area", "isShared", "sharedWith", "isConcentrated", "staff*", "computers", "hasInternet", "hasOfficeEquipment", "managerName", "managerPhone", "managerMail"],
            Parts = ["premises", "staff", "equipment", "manager"],
            Conditions = [Threshold.Workspace, Threshold.Staff, Threshold.Computers, "SITE", "EQUIPMENT"],
        },
        new(Funds, "经费和需求", "专门经费从哪里来，辖区为什么需要。")
        {
            Fields = ["department", "fundAmount", "fundSource", "demand", "demandFigures", "assuresContinuity"],
            Parts = ["funds", "demand"],
            Conditions = ["DEMAND", "DEPARTMENT", "FUNDS", "CONTINUITY"],
        },
        new(Plan, "建设方案", "五项都要写，写在这里的会印进申报书。")
        {
            Fields = ["planWorkBody", "planContents", "planSchedule", "planResults", "planGuarantee", "planOrganisation"],
            Parts = ["plan"],
        },
        new(Materials, "材料", "上传申报书、建设方案和每一项条件的证明。")
        {
            Fields = ["material.*", "proof.*"],
            Parts = ["material.*"],
        },
        new(Check, "自查并提交", "逐条核对，缺什么从这里回去补。")
        {
            Fields = ["statedTrue"],
        },
    ];

    public static FilingStep Of(string key) => All.First(step => step.Key == key);

    /// <summary>The step whose field a refusal is about; the first where it is about none.</summary>
    public static FilingStep StepOf(Refusal refusal) => All.FirstOrDefault(step => refusal.Field is { } field && step.Holds(field)) ?? All[0];

    public static FilingStep? After(FilingStep step) => All.SkipWhile(other => other != step).Skip(1).FirstOrDefault();

    /// <summary>Where on its page a refusal is put right.</summary>
    public static string AnchorOf(string? field) => field?.Split('.', 2) switch
    {
        ["condition", Threshold.Staff] => "h-staff",
        ["condition", var code] => $"f-{FieldOf(code)}",
        ["waiver", _] => $"f-{field}",
        ["material" or "proof", _] => $"m-{field}",
        ["part", var part] when part.StartsWith("material.", StringComparison.Ordinal) => $"m-{part}",
        ["part", var part] => $"h-{part}",
        _ when field is "staff" or "builders" => $"h-{field}",
        _ => field is null ? "main" : $"f-{field}",
    };

    private static string FieldOf(string condition) => condition switch
    {
        Threshold.Workspace => "area",
        Threshold.Computers => "computers",
        "SITE" => "isConcentrated",
        "EQUIPMENT" => "hasInternet",
        "DEPARTMENT" => "department",
        "FUNDS" => "fundAmount",
        "CONTINUITY" => "assuresContinuity",
        _ => "demand",
    };
}
