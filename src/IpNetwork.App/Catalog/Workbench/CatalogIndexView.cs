using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Workbench;

public sealed record CatalogIndexView
{
    public required string Title { get; init; }

    public required string ListHref { get; init; }

    public string Query { get; init; } = "";

    /// <summary>All, not localised, in conflict, suspended and so on, each with its count.</summary>
    public required IReadOnlyList<SegmentView> Segments { get; init; }

    public IReadOnlyList<FieldOption> Categories { get; init; } = [];

    public FormState Filter { get; init; } = FormState.Empty;

    public required IReadOnlyList<CatalogRow> Rows { get; init; }

    public required PagerView Pages { get; init; }

    /// <summary>What the reader may begin here, such as a new item.</summary>
    public IReadOnlyList<LinkView> Acts { get; init; } = [];

    public string? ExportHref { get; init; }
}

public sealed record CatalogRow(string Name, string Href, string Code, string Category)
{
    public required string Version { get; init; }

    public required DateOnly? EffectiveOn { get; init; }

    public required StatusView State { get; init; }

    /// <summary>Whether it can be had at this node; for the province, how many nodes offer it.</summary>
    public required StatusView Local { get; init; }

    public int Conflicts { get; init; }

    public bool IsSample { get; init; }

    public LinkView? Next { get; init; }
}
