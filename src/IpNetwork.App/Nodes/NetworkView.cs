using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Nodes;

public sealed record NetworkView
{
    public required string ListHref { get; init; }

    public string Query { get; init; } = "";

    /// <summary>By kind, each with its count.</summary>
    public required IReadOnlyList<SegmentView> Kinds { get; init; }

    public NetworkRow? Province { get; init; }

    /// <summary>A city with its parks, counties and workstations.</summary>
    public required IReadOnlyList<NetworkGroup> Groups { get; init; }

    public required int Found { get; init; }

    public PagerView? Pages { get; init; }

    public string? ExportHref { get; init; }
}

public sealed record NetworkGroup(NetworkRow City, IReadOnlyList<NetworkRow> Below);

/// <param name="OfficialName">Null while no name is settled.</param>
public sealed record NetworkRow(string ShortName, string? OfficialName, string Href, NodeKind Kind, NodeStatus Status)
{
    public DateOnly? PlatedOn { get; init; }

    public bool IsSample { get; init; }

    /// <summary>False where only the city's children were asked for and it stands as their heading.</summary>
    public bool IsMatch { get; init; } = true;
}
