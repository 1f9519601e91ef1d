using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Workbench;

/// <summary>Whom a change would touch, before anybody decides on it.</summary>
public sealed record WhatIfView
{
    public required string ItemName { get; init; }

    public required IReadOnlyList<LinkView> Steps { get; init; }

    public required DateOnly EffectiveOn { get; init; }

    public required IReadOnlyList<ChangeLine> Changes { get; init; }

    /// <summary>Nodes, offerings and conflicts touched.</summary>
    public required IReadOnlyList<FigureView> Figures { get; init; }

    public required IReadOnlyList<ImpactRow> Impacts { get; init; }

    public required PagerView Pages { get; init; }

    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>Why it cannot be published as it stands.</summary>
    public IReadOnlyList<string> Blocks { get; init; } = [];

    public required string NextHref { get; init; }

    public required string BackHref { get; init; }
}

/// <param name="Now">The node's value today.</param>
/// <param name="Then">What would hold there afterwards.</param>
public sealed record ImpactRow(LinkView Node, string Kind, string Now, string Then, StatusView Effect);
