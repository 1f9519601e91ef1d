using IpNetwork.App.Shell;

namespace IpNetwork.App.Audit;

public sealed record AuditListView
{
    public required string ListHref { get; init; }

    /// <summary>Typed conditions: from, to, who, verb; with what is wrong with them.</summary>
    public FormState Filter { get; init; } = FormState.Empty;

    public required IReadOnlyList<FieldOption> Verbs { get; init; }

    public required IReadOnlyList<AuditRow> Rows { get; init; }

    public required PagerView Pages { get; init; }

    public required SealCard Seal { get; init; }

    public string? ExportHref { get; init; }

    /// <summary>There are nodes below that may be looked into.</summary>
    public bool HasBelow { get; init; }
}

/// <param name="OnNode">The node acted on, where it is not the acting one.</param>
public sealed record AuditRow(DateTimeOffset At, string Who, string ActingNode, string Did, LinkView? Subject)
{
    public string? OnNode { get; init; }

    public string? Reason { get; init; }

    public StatusView? Seal { get; init; }
}

/// <summary>How far the chain is sealed, and when it was last checked.</summary>
public sealed record SealCard(StatusView Status, DateTimeOffset? SealedUpTo, string? Head, DateTimeOffset? VerifiedAt);
