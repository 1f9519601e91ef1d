using IpNetwork.App.Shell;

namespace IpNetwork.App.Establishment.Deciding.Reading;

/// <summary>An application on one page: what was handed in, what was found and said, what may be done now.</summary>
public sealed record ApplicationView
{
    public required ApplicationHead Head { get; init; }

    public required LinkView Queue { get; init; }

    public required ApplicationContent Content { get; init; }

    public OpinionView? Opinion { get; init; }

    public required string OpinionSays { get; init; }

    public IReadOnlyList<ReturnView> Returns { get; init; } = [];

    public IReadOnlyList<AssessmentView> Assessments { get; init; } = [];

    public IReadOnlyList<ExpertLine> Experts { get; init; } = [];

    public LinkView? AssignExperts { get; init; }

    public ProposalView? Proposal { get; init; }

    public BuildView? Build { get; init; }

    public IReadOnlyList<InspectionView> Inspections { get; init; } = [];

    public required IReadOnlyList<StepView> Steps { get; init; }

    public IReadOnlyList<ActView> Acts { get; init; } = [];
}

public sealed record ApplicationHead(string Number, string Title, StatusView Status)
{
    public DeadlineView? Clock { get; init; }

    public DateOnly? DueOn { get; init; }

    public bool IsProvisional { get; init; }

    public DateOnly? SubmittedOn { get; init; }

    public int? Year { get; init; }

    public int Snapshot { get; init; }

    public required string Builder { get; init; }

    public required string Territory { get; init; }
}

/// <summary>What was handed in last, and how it stands against the conditions.</summary>
public sealed record ApplicationContent(IReadOnlyList<FactGroup> Groups, IReadOnlyList<ConditionLine> Conditions, IReadOnlyList<MaterialLine> Materials);

/// <param name="Says">The builder's reason where a soft condition falls short.</param>
public sealed record ConditionLine(string Code, string Label, string Required, string Declared, string? Verified, StatusView Verdict, string Clause, string? Says, bool IsMissed);

public sealed record MaterialLine(string Kind, string Name, string? Proves, string Size, string Sha256, DateTimeOffset AddedAt)
{
    public string? Href { get; init; }
}

public sealed record OpinionView(bool Recommends, string Text, string From, DateTimeOffset At);

public sealed record ReturnView(DateTimeOffset At, int Snapshot, IReadOnlyList<(string Part, string Text)> Defects);

public sealed record AssessmentView(string Means, DateOnly HeldOn, string Findings, string? Measured, IReadOnlyList<(string Name, string Opinion)> Experts, string By, IReadOnlyList<LinkView> Files);

public sealed record ExpertLine(string Name, string Employer, DateOnly AssignedOn, string? Released);

public sealed record ProposalView(bool Includes, string Reasons, IReadOnlyList<string> Modules, string GuidingOffice, IReadOnlyList<(string Condition, bool IsGranted, string Reason)> Waivers, string By, DateTimeOffset At)
{
    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }
}

public sealed record BuildView(DateOnly? DueOn, int? Percent, IReadOnlyList<(DateOnly From, DateOnly To, string Reason)> Extensions, IReadOnlyList<ProgressRow> Progress);

public sealed record ProgressRow(DateOnly On, int Percent, string Text, IReadOnlyList<LinkView> Files);

public sealed record InspectionView(int Number, DateOnly RequestedOn, string Request, DateOnly? HeldOn, bool? Qualifies, IReadOnlyList<(string Module, bool IsMet, string Evidence)> Checklist, string? Measured, string Defects, string? InspectedBy, string? ConfirmedBy);

public sealed record StepView(DateTimeOffset At, string Side, string What, string? Says, string? Person, bool IsGood);

/// <summary>An act on the decision bar; refused where a reason is given.</summary>
public sealed record ActView(string Text, string Href, string? Refusal = null, bool IsMain = false);
