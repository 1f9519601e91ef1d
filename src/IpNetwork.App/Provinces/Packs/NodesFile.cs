using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Provinces.Packs;

/// <summary><c>nodes.json</c>: who exists, and who is plated.</summary>
internal sealed record NodesFile
{
    public required IReadOnlyList<PackNode> Nodes { get; init; }
}

internal sealed record PackNode
{
    public required int Id { get; init; }

    public required string Slug { get; init; }

    public required NodeKind Kind { get; init; }

    public required int? Parent { get; init; }

    public required string Division { get; init; }

    /// <summary>The division's full name, the zone's official name or the park's short name: what the node's own name is made from.</summary>
    public required string PlaceName { get; init; }

    public required NodeStatus Status { get; init; }

    /// <summary>No public record confirms that the node is plated.</summary>
    public required bool Sample { get; init; }

    /// <summary>Where no pattern of the naming rules fits (NAM-08); otherwise null, and the name is generated.</summary>
    public required OwnName? OfficialName { get; init; }

    public required PlateRecord? Plate { get; init; }

    public required NodeContact? Contact { get; init; }
}

internal sealed record OwnName
{
    public required string Text { get; init; }

    public required string Document { get; init; }

    public required string Reason { get; init; }

    public required string Approver { get; init; }
}

internal sealed record PlateRecord
{
    public required DateOnly On { get; init; }

    public required string Source { get; init; }
}

internal sealed record NodeContact
{
    public required string Phone { get; init; }

    public required string Address { get; init; }

    public required string Hours { get; init; }

    public required bool Sample { get; init; }
}
