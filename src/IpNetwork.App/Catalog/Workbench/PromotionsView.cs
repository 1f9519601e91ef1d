using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Workbench;

public sealed record PromotionsView
{
    public required IReadOnlyList<SegmentView> Segments { get; init; }

    public required IReadOnlyList<PromotionRow> Rows { get; init; }

    public required PagerView Pages { get; init; }

    /// <summary>The province decides; a node sees its own.</summary>
    public bool ForProvince { get; init; }

    /// <summary>Own items that could be proposed.</summary>
    public IReadOnlyList<LinkView> Candidates { get; init; } = [];
}

public sealed record PromotionRow(LinkView Item, string Node, DateOnly ProposedOn, string Usage, StatusView Status, LinkView Next)
{
    public string? Opinion { get; init; }
}

/// <summary>One proposal: the node's words, and where it has got to the province's.</summary>
public sealed record PromotionView
{
    public required string ItemName { get; init; }

    public required string Node { get; init; }

    public required IReadOnlyList<LinkView> Steps { get; init; }

    public required string Action { get; init; }

    public string? Version { get; init; }

    public FormState Form { get; init; } = FormState.Empty;

    public required IReadOnlyList<ChangeLine> Item { get; init; }

    public string? Usage { get; init; }

    public string? Argument { get; init; }

    public StatusView? Status { get; init; }

    /// <summary>How the province may decide; empty while the node still writes.</summary>
    public IReadOnlyList<FieldOption> Decisions { get; init; } = [];

    public string? Opinion { get; init; }
}
