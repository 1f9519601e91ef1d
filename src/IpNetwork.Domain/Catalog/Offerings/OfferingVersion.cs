using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog.Offerings;

/// <summary>How a node offers a province-wide item, as published: its local fields and its own promises.</summary>
public sealed class OfferingVersion : IDatedVersion
{
    private OfferingVersion()
    {
    }

    internal OfferingVersion(
        NodeId node, Guid id, string code, int version, DateTimeOffset effectiveAt, LocalFields local, Tightening tightening,
        IReadOnlyList<ConflictDecision> decisions, string reason, DateTimeOffset publishedAt)
    {
        (NodeId, Id, ItemCode, Version, EffectiveAt) = (node, id, code, version, effectiveAt);
        (Local, Tightening, Decisions, Reason, PublishedAt) = (local, tightening, decisions, reason, publishedAt);
    }

    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public string ItemCode { get; private set; } = "";

    public int Version { get; private set; }

    public DateTimeOffset EffectiveAt { get; private set; }

    public LocalFields Local { get; private set; } = LocalFields.None;

    public Tightening Tightening { get; private set; } = Tightening.None;

    /// <summary>The conflicts this version settled.</summary>
    public IReadOnlyList<ConflictDecision> Decisions { get; private set; } = [];

    public string Reason { get; private set; } = "";

    public DateTimeOffset PublishedAt { get; private set; }

    public bool IsSample { get; internal set; }
}

public enum ConflictAnswer
{
    TakeProvince,
    Tighten,
}

/// <summary>How a node settled a value that had been set aside.</summary>
public sealed record ConflictDecision(string Field, ConflictAnswer Answer, string SetAsideValue, string? NewValue);
