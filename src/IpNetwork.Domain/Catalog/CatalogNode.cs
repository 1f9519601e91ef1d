using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog;

/// <summary>What the catalog needs to know of a node.</summary>
public sealed record CatalogNode(NodeId Id, NodeKind Kind, NodeStatus Status, NodePath Path)
{
    public CatalogStanding Standing => Status switch
    {
        NodeStatus.Operating or NodeStatus.Rectifying => CatalogStanding.Serving,
        NodeStatus.Suspended => CatalogStanding.ShownOnly,
        NodeStatus.Qualified => CatalogStanding.WorkbenchOnly,
        _ => CatalogStanding.None,
    };
}

/// <summary>How far a node's catalog reaches: suspended nodes show it, nodes not yet plated prepare it, delisted and merged ones have none.</summary>
public enum CatalogStanding
{
    Serving,
    ShownOnly,
    WorkbenchOnly,
    None,
}
