using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Workbench;

public sealed record VersionHistoryView
{
    public required string ItemName { get; init; }

    public required IReadOnlyList<LinkView> Steps { get; init; }

    /// <summary>Newest first, a future one on top.</summary>
    public required IReadOnlyList<VersionRow> Versions { get; init; }

    /// <summary>Where the item came from, when a node's own item became the province's.</summary>
    public string? PromotedFrom { get; init; }
}

public sealed record VersionRow(int Number, DateOnly EffectiveOn, string Reason, string Who, DateTimeOffset PublishedAt, StatusView Status)
{
    public required IReadOnlyList<ChangeLine> Changes { get; init; }

    /// <summary>The guide as it stood on that day.</summary>
    public string? Href { get; init; }

    /// <summary>A card of its own in time: this version is decided but not in force.</summary>
    public bool IsFuture { get; init; }
}
