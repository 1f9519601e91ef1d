using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog.Effective;

public enum OriginKind
{
    /// <summary>The province's word, the same everywhere.</summary>
    Province,

    /// <summary>Filled in by the node.</summary>
    Node,

    /// <summary>The node promises more than the province asks.</summary>
    Tightened,

    /// <summary>Part of a node's own item.</summary>
    Own,
}

public readonly record struct ValueOrigin(NodeId Node, OriginKind Kind);

/// <summary>One field as it holds at a node, and where its value comes from.</summary>
/// <param name="ProvinceValue">Beside a tightened value, what the province asks.</param>
/// <param name="SetAside">A local value that does not count for the time being.</param>
public sealed record EffectiveField(
    CatalogField Field, string? Value, Governance Governance, ValueOrigin Origin, string? ProvinceValue = null, SetAside? SetAside = null);
