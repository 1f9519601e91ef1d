using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Portal;

public sealed record ProvinceFrontView
{
    public required int ItemCount { get; init; }

    public required string SearchHref { get; init; }

    public required string NetworkHref { get; init; }

    /// <summary>The items most often looked for, for people who do not know what to type.</summary>
    public IReadOnlyList<LinkView> Common { get; init; } = [];

    public required IReadOnlyList<CategoryView> Categories { get; init; }

    /// <summary>Value-added items of all nodes, and where their list is.</summary>
    public LinkView? OwnItems { get; init; }

    public required IReadOnlyList<CartogramTile> Tiles { get; init; }

    public required IReadOnlyList<PlaceRow> Places { get; init; }

    public required IReadOnlyList<FigureView> Figures { get; init; }

    public IReadOnlyList<NoticeRow> Notices { get; init; } = [];

    public IReadOnlyList<InformationEntry> Information { get; init; } = [];
}
