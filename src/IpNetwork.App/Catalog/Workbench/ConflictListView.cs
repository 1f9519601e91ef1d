using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Workbench;

public sealed record ConflictListView
{
    public required IReadOnlyList<SegmentView> Segments { get; init; }

    public required IReadOnlyList<ConflictRow> Rows { get; init; }

    public required PagerView Pages { get; init; }

    /// <summary>Looking down a subtree: rows name their node, and nothing can be decided for it.</summary>
    public bool OfOthers { get; init; }

    public DateOnly? LastResolvedOn { get; init; }
}

/// <param name="Mine">The value set aside.</param>
/// <param name="Province">The value that holds now.</param>
public sealed record ConflictRow(DeadlineView Deadline, DateOnly DueOn, LinkView Item, string Field, string Mine, string Province)
{
    public string? Node { get; init; }

    public DateOnly SetAsideOn { get; init; }

    public LinkView? Next { get; init; }
}
