using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog.Portal;

public sealed record NodeFrontView
{
    public required NodeKind Kind { get; init; }

    public required NodeStatus Status { get; init; }

    /// <summary>Why and until when, where the node is not simply operating.</summary>
    public string? StatusReason { get; init; }

    public required string PlaceName { get; init; }

    public required string SearchHref { get; init; }

    public required IReadOnlyList<CategoryView> Categories { get; init; }

    public required PlateView Plate { get; init; }

    /// <summary>What this node offers now, the first few.</summary>
    public required IReadOnlyList<ServiceRow> Services { get; init; }

    public required int SharedCount { get; init; }

    public required int OwnCount { get; init; }

    public required string AllHref { get; init; }

    public IReadOnlyList<ServiceRow> OwnServices { get; init; } = [];

    public string? OwnHref { get; init; }

    /// <summary>Items in force here by inheritance whose local part is not filled in yet.</summary>
    public int NotLocalised { get; init; }

    public LinkView? Parent { get; init; }

    public IReadOnlyList<WindowView> Windows { get; init; } = [];

    public IReadOnlyList<ChildView> Children { get; init; } = [];

    /// <summary>Modules that serve the public here now (NET-04).</summary>
    public IReadOnlyList<ModuleLine> Modules { get; init; } = [];

    public IReadOnlyList<NoticeRow> Notices { get; init; } = [];

    public IReadOnlyList<InformationEntry> Information { get; init; } = [];
}

/// <param name="Text">Null where no name is settled yet.</param>
/// <param name="Check">The register's page about it.</param>
public sealed record PlateView(PlateText? Text, LinkView? Check = null, DateOnly? PlatedOn = null, bool IsSample = false);

public sealed record WindowView(string Name, string? Address, string? Hours, string? Phone, string? PickUp = null, OriginView? Origin = null);

public sealed record ChildView(string Name, string Href, NodeKind Kind, NodeStatus Status, bool IsSample = false);

public sealed record ModuleLine(LinkView Entry, string Family, string Place);
