using IpNetwork.App.Data;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Nodes;

/// <summary>A node as the public sees it. Its internal id stays inside.</summary>
internal sealed record NodeView(
    string Slug,
    NodeKind Kind,
    string? OfficialName,
    string ShortName,
    string PlaceName,
    string DivisionCode,
    string? Parent,
    string Network,
    NodeStatus Status,
    DateOnly? PlatedOn,
    string? HostName,
    string? MergedInto,
    DateOnly? SuspendedUntil,
    bool Sample)
{
    public static NodeView Of(Node node, NodeDirectory.Snapshot nodes) => new(
        node.Slug,
        node.Kind,
        node.OfficialName,
        node.ShortName,
        node.PlaceName,
        node.DivisionCode,
        node.ParentId is { } parent ? nodes.ById(parent)?.Slug : null,
        nodes.ById(node.NetworkId)?.Slug ?? node.Slug,
        node.Status,
        node.PlatedOn,
        node.HostName,
        node.MergedInto is { } into ? nodes.ById(into)?.Slug : null,
        node.SuspendedUntil,
        node.IsSample);
}
