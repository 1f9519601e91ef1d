using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Nodes;

public sealed record NodeTreeView
{
    public required string ListHref { get; init; }

    public string Query { get; init; } = "";

    public required IReadOnlyList<SegmentView> Kinds { get; init; }

    /// <summary>In tree order: a parent stands before its children.</summary>
    public required IReadOnlyList<TreeRow> Rows { get; init; }

    public required PagerView Pages { get; init; }

    public string? ExportHref { get; init; }

    /// <summary>Where a new node is founded, for those who may.</summary>
    public string? FoundHref { get; init; }
}

/// <param name="Depth">Steps below the node whose tree this is.</param>
public sealed record TreeRow(int Depth, string ShortName, string? OfficialName, string Href, NodeKind Kind, NodeStatus Status)
{
    public string Slug { get; init; } = "";

    public DateOnly? PlatedOn { get; init; }

    public int Children { get; init; }

    public bool IsSample { get; init; }

    /// <summary>From its application to the present, for those who may read it.</summary>
    public string? LifeHref { get; init; }

    /// <summary>What the reader may do with it: move, rename, merge.</summary>
    public IReadOnlyList<LinkView> Acts { get; init; } = [];
}
