using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Nodes;

/// <summary>One node and one thing that is about to happen to it.</summary>
public sealed record NodeActView
{
    public required string ShortName { get; init; }

    public required string? OfficialName { get; init; }

    public required NodeKind Kind { get; init; }

    public required NodeStatus Status { get; init; }

    public required string ParentName { get; init; }

    public required string Action { get; init; }

    public required string Version { get; init; }

    public required LinkView Tree { get; init; }

    public FormState Form { get; init; } = FormState.Empty;

    /// <summary>Nodes it may be moved under, or merged into; the rules have already been asked.</summary>
    public IReadOnlyList<FieldOption> Targets { get; init; } = [];

    /// <summary>The name the naming rules give for what was typed.</summary>
    public string? ProposedName { get; init; }

    /// <summary>What will change and what will not, in sentences.</summary>
    public IReadOnlyList<string> Consequences { get; init; } = [];

    public IReadOnlyList<NodeHistoryRow> History { get; init; } = [];
}

public sealed record NodeHistoryRow(DateOnly EffectiveOn, string What, string From, string To, string Reason, string? Document, string Who);
