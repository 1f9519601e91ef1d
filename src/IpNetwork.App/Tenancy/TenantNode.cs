using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Tenancy;

/// <summary>What a unit of work needs to know of the node it is for.</summary>
internal sealed record TenantNode(NodeId Id, string Slug, NodeKind Kind, NodePath Path, NodeId NetworkId, NodeStatus Status);
