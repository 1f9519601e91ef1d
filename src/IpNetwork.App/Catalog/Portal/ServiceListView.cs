using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Portal;

public sealed record ServiceListView
{
    public required string PlaceName { get; init; }

    public required string SearchHref { get; init; }

    public string Query { get; init; } = "";

    /// <summary>What is wrong with the search text, where it cannot be searched for.</summary>
    public string? QueryProblem { get; init; }

    /// <summary>Conditions that a new search keeps.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Kept { get; init; } = [];

    /// <summary>Shared 共性 and personalised 个性化, each with its count.</summary>
    public required IReadOnlyList<SegmentView> Directories { get; init; }

    public required IReadOnlyList<SegmentView> Categories { get; init; }

    /// <summary>One sentence on what the chosen directory is.</summary>
    public string? DirectorySays { get; init; }

    public required IReadOnlyList<ServiceRow> Rows { get; init; }

    public required PagerView Pages { get; init; }

    /// <summary>Ways on when nothing was found: wider conditions, the parent's list, near words.</summary>
    public IReadOnlyList<LinkView> WaysOn { get; init; } = [];
}
