using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>What a province has decided about establishing nodes, and the days it counts with.</summary>
public sealed record EstablishmentRules
{
    public required WorkCalendar Calendar { get; init; }

    public IReadOnlyList<ThresholdSet> Thresholds { get; init; } = [];

    /// <summary>Working days of the city (APP-11).</summary>
    public int OpinionWorkdays { get; init; } = 10;

    /// <summary>Working days to return a submission with its defects (APP-12).</summary>
    public int ReturnWorkdays { get; init; } = 5;

    /// <summary>Working days from the start of the assessment to the decision (ASM-01, NET-03).</summary>
    public int DecisionWorkdays { get; init; } = 20;

    /// <summary>Working days from the request to the conclusion (ACC-01).</summary>
    public int AcceptanceWorkdays { get; init; } = 20;

    /// <summary>Working days to report a change of builder (MODE).</summary>
    public int BuilderChangeWorkdays { get; init; } = 20;

    public bool AgreementNeeded { get; init; } = true;

    public ThresholdSet? SetOf(NodeKind? kind) => Thresholds.FirstOrDefault(set => set.Kind == kind);
}
