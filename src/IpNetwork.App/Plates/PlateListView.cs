using IpNetwork.App.Shell;

namespace IpNetwork.App.Plates;

public sealed record PlateListView
{
    public required string ListHref { get; init; }

    public required string Query { get; init; }

    public required IReadOnlyList<SegmentView> Segments { get; init; }

    public required IReadOnlyList<PlateRow> Rows { get; init; }

    public required PagerView Pages { get; init; }

    public required string ExportHref { get; init; }

    /// <summary>Whom to tell of a plate that should not hang.</summary>
    public required string Report { get; init; }
}

public sealed record PlateRow(LinkView Plate, string Number, string Kind, StatusView Status)
{
    public LinkView? Node { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? TakenDownOn { get; init; }

    public bool IsSample { get; init; }

    /// <summary>The work body, where a function was awarded.</summary>
    public string? Holder { get; init; }
}
