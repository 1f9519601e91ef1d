using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Workbench;

/// <summary>One item across all nodes: where it differs from the province's word, and where it cannot be had yet.</summary>
public sealed record DifferenceReportView
{
    public required string ReportHref { get; init; }

    /// <summary>Items to choose from; the chosen one is the filter's <c>item</c>.</summary>
    public required IReadOnlyList<FieldOption> Items { get; init; }

    public required FormState Filter { get; init; }

    public required string ItemName { get; init; }

    public required string ProvinceLimit { get; init; }

    public required string ProvinceMaterials { get; init; }

    public required IReadOnlyList<FigureView> Figures { get; init; }

    public required IReadOnlyList<SegmentView> Segments { get; init; }

    public required IReadOnlyList<DifferenceRow> Rows { get; init; }

    public required PagerView Pages { get; init; }

    public string? ExportHref { get; init; }
}

/// <param name="Limit">The limit in force, in words; the same words as the province's where nothing was tightened.</param>
/// <param name="Materials">Such as 全省 6 份 or 免 1 份.</param>
public sealed record DifferenceRow(LinkView Node, string Kind, StatusView Local, string Limit, string Materials)
{
    public bool LimitTightened { get; init; }

    public bool MaterialsTightened { get; init; }

    public string? Windows { get; init; }

    public string? Phone { get; init; }

    public int Conflicts { get; init; }
}
