using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Plates;

/// <summary>What plates need to know of the node they hang at.</summary>
public sealed record PlatedNode(NodeId Id, NodeId NetworkId, NodeKind Kind, NodeStatus Status, DateOnly FoundedOn)
{
    public bool IsSample { get; init; }

    public bool IsOpenToPublic => Status is NodeStatus.Operating or NodeStatus.Rectifying;
}
