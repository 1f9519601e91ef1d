using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Nodes;

/// <summary>One thing that changed about a node, old and new as they read: nothing about the network is ever forgotten (NET-07).</summary>
public sealed class NodeHistoryEntry
{
    private NodeHistoryEntry()
    {
    }

    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public NodeAspect Aspect { get; private set; }

    public string? OldText { get; private set; }

    public string? NewText { get; private set; }

    public DateOnly EffectiveOn { get; private set; }

    public string Reason { get; private set; } = "";

    public string DocumentNumber { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    public PersonId? RecordedBy { get; private set; }

    internal static NodeHistoryEntry Of(NodeId node, NodeAspect aspect, string? oldText, string? newText, NodeOrder order) => new()
    {
        NodeId = node,
        Id = Guid.CreateVersion7(order.RecordedAt),
        Aspect = aspect,
        OldText = oldText,
        NewText = newText,
        EffectiveOn = order.EffectiveOn,
        Reason = order.Reason?.Trim() ?? "",
        DocumentNumber = order.DocumentNumber?.Trim() ?? "",
        RecordedAt = order.RecordedAt.ToUniversalTime(),
        RecordedBy = order.RecordedBy,
    };
}

public enum NodeAspect
{
    Founding,
    PlaceName,
    ShortName,
    OfficialName,
    OfficialNameRule,
    OfficialNameDocument,
    DivisionCode,
    Parent,
    Path,
    Status,
    SuspendedUntil,
    PlatedOn,
    MergedInto,
    HostName,
}
