namespace IpNetwork.Domain.Establishment;

/// <summary>What an assessor proposes after the assessment; somebody else decides.</summary>
public sealed record DecisionProposal
{
    public required bool Includes { get; init; }

    /// <summary>In full where the answer is no (ASM-03).</summary>
    public string Reasons { get; init; } = "";

    /// <summary>Soft conditions, each accepted or refused with a reason (4.1).</summary>
    public IReadOnlyList<WaiverDecision> Waivers { get; init; } = [];

    /// <summary>Functions allotted, by module code (ASM-02).</summary>
    public IReadOnlyList<string> Modules { get; init; } = [];

    public string GuidingOffice { get; init; } = "";

    public required Signature By { get; init; }
}

/// <summary>A proposal the approver did not follow, and why.</summary>
public sealed record SentBackProposal(DecisionProposal Proposal, string Reason, Signature By);

public sealed record WaiverDecision(string Code, bool IsGranted, string Reason);

/// <summary>Another day by which the building is to be finished (BLD-01, BLD-02).</summary>
public sealed record BuildExtension(DateOnly From, DateOnly To, string Reason, Signature By);
