using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog.Items;

/// <summary>One published version of a province-wide item.</summary>
public sealed class BaseItemVersion : IDatedVersion
{
    private BaseItemVersion()
    {
    }

    internal BaseItemVersion(
        NodeId province, Guid id, string code, int version, DateTimeOffset effectiveAt, ItemState state, ItemContent content, string reason, DateTimeOffset publishedAt)
    {
        (NodeId, Id, ItemCode, Version) = (province, id, code, version);
        (EffectiveAt, State, Content, Reason, PublishedAt) = (effectiveAt, state, content, reason, publishedAt);
    }

    /// <summary>The province.</summary>
    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public string ItemCode { get; private set; } = "";

    public int Version { get; private set; }

    public DateTimeOffset EffectiveAt { get; private set; }

    public ItemState State { get; private set; }

    public ItemContent Content { get; private set; } = new();

    public string Reason { get; private set; } = "";

    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>The node whose own item this one grew from, if any.</summary>
    public NodeId? PromotedFromNode { get; internal set; }

    public string? PromotedFromCode { get; internal set; }

    internal ContentReading Reading => field ??= new(ItemCode, Content);

    /// <summary>The same item in another state, from another day.</summary>
    internal BaseItemVersion Turn(Guid id, int version, DateTimeOffset effectiveAt, ItemState state, string reason, DateTimeOffset now) =>
        new(NodeId, id, ItemCode, version, effectiveAt, state, Content, reason, now)
        {
            PromotedFromNode = PromotedFromNode,
            PromotedFromCode = PromotedFromCode,
        };
}
