using IpNetwork.App.Data;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Establishment.Deciding;

/// <summary>A city with everything below it; null slugs for the whole province. An application lies where the node it is to stand under lies (APP-11, NET-02).</summary>
internal sealed record Territory(IReadOnlyList<string>? Slugs)
{
    public static Territory Of(NodeDirectory.Snapshot nodes, Node city) => new([.. nodes.Subtree(city).Select(node => node.Slug)]);

    public static bool Covers(NodeDirectory.Snapshot nodes, Node city, string parentSlug) =>
        nodes.BySlug(parentSlug) is { } parent && city.PathValue().Covers(parent.PathValue());
}
