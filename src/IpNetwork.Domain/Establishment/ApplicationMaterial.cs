using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>A file handed in with an application (APP-01 … APP-04). The bytes lie in the file store; their hash stands on the receipt.</summary>
public sealed record ApplicationMaterial
{
    public required Guid FileId { get; init; }

    public required MaterialKind Kind { get; init; }

    /// <summary>Which condition it proves (APP-03); null for other kinds.</summary>
    public string? ConditionCode { get; init; }

    public required string Name { get; init; }

    public required long Size { get; init; }

    public required string Sha256 { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}

public enum MaterialKind
{
    ApplicationForm,
    ConstructionPlan,
    Proof,
    Agreement,
    Contract,
    OrganisationChart,
    Other,
}

public static class Materials
{
    public static string Chinese(this MaterialKind kind) => kind switch
    {
        MaterialKind.ApplicationForm => "公共服务平台（工作站）设立申报书",
        MaterialKind.ConstructionPlan => "公共服务平台（工作站）建设方案",
        MaterialKind.Proof => "证明文件汇编",
        MaterialKind.Agreement => "共建、联建协议",
        MaterialKind.Contract => "委托建设合同",
        MaterialKind.OrganisationChart => "组织架构图",
        MaterialKind.Other => "其它需提供的附加材料",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>What must be there for this form, each once at least.</summary>
    public static IReadOnlyList<MaterialKind> Required(ApplicationForm form, bool agreementNeeded) =>
    [
        MaterialKind.ApplicationForm,
        MaterialKind.ConstructionPlan,
        .. form.Mode switch
        {
            ConstructionMode.Shared or ConstructionMode.Joint when agreementNeeded => [MaterialKind.Agreement],
            ConstructionMode.Commissioned => [MaterialKind.Contract],
            _ => Array.Empty<MaterialKind>(),
        },
    ];

    public static IEnumerable<Refusal> Check(ApplicationForm form, IReadOnlyList<ApplicationMaterial> materials, ThresholdSet? set, bool agreementNeeded) =>
    [
        .. Required(form, agreementNeeded).Where(kind => materials.All(m => m.Kind != kind)).Select(EstablishmentRefusals.MaterialMissing),
        .. (set?.Items ?? []).Where(threshold => !materials.Any(m => m.Kind is MaterialKind.Proof && m.ConditionCode == threshold.Code)).Select(EstablishmentRefusals.ProofMissing),
    ];
}
