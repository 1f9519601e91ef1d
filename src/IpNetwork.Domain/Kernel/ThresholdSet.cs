using System.Globalization;

namespace IpNetwork.Domain.Kernel;

/// <summary>What a node of a kind must have; no thresholds, nothing is enforced. From the province's pack.</summary>
public sealed record ThresholdSet(NodeKind Kind, string Clause, IReadOnlyList<Threshold> Items)
{
    /// <summary>What is not measured but looked at.</summary>
    public IReadOnlyList<JudgedCondition> Judged { get; init; } = [];

    public Threshold? Find(string code) => Items.FirstOrDefault(item => item.Code == code);
}

/// <param name="Code">WORKSPACE, STAFF or COMPUTERS.</param>
/// <param name="Minimum">In <paramref name="Unit"/>; the number itself is enough.</param>
public sealed record Threshold(string Code, string Label, decimal Minimum, string Unit, Strictness Strictness, string Clause)
{
    public const string Workspace = "WORKSPACE";
    public const string Staff = "STAFF";
    public const string Computers = "COMPUTERS";

    public bool IsMetBy(decimal value) => value >= Minimum;

    /// <summary>Such as <c>WORKSPACE_BELOW_200</c>.</summary>
    public string RefusalCode => string.Create(CultureInfo.InvariantCulture, $"{Code}_BELOW_{Minimum:0.##}");
}

/// <param name="Code">DEMAND, SITE, DEPARTMENT, EQUIPMENT, FUNDS or CONTINUITY.</param>
public sealed record JudgedCondition(string Code, string Label, string Clause);

/// <summary>Soft stands at 原则上: falling short needs a reason and an approver.</summary>
public enum Strictness
{
    Soft,
    Hard,
}
