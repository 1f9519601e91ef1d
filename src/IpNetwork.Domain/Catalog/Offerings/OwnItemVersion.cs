using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog.Offerings;

/// <summary>One published version of a node's own, value-added item.</summary>
public sealed class OwnItemVersion : IDatedVersion
{
    private OwnItemVersion()
    {
    }

    internal OwnItemVersion(
        NodeId node, Guid id, string code, int version, DateTimeOffset effectiveAt, ItemState state, ItemContent content, LocalFields local,
        bool sharedDownward, string reason, DateTimeOffset publishedAt)
    {
        (NodeId, Id, ItemCode, Version, EffectiveAt, State) = (node, id, code, version, effectiveAt, state);
        (Content, Local, SharedDownward, Reason, PublishedAt) = (content, local, sharedDownward, reason, publishedAt);
    }

    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public string ItemCode { get; private set; } = "";

    public int Version { get; private set; }

    public DateTimeOffset EffectiveAt { get; private set; }

    public ItemState State { get; private set; }

    public ItemContent Content { get; private set; } = new();

    public LocalFields Local { get; private set; } = LocalFields.None;

    /// <summary>Nodes below see the item too, as its owner offers it.</summary>
    public bool SharedDownward { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset PublishedAt { get; private set; }

    internal ContentReading Reading => field ??= new(ItemCode, Content);

    internal OwnItemVersion Turn(Guid id, int version, DateTimeOffset effectiveAt, ItemState state, string reason, DateTimeOffset now) =>
        new(NodeId, id, ItemCode, version, effectiveAt, state, Content, Local, SharedDownward, reason, now);
}
