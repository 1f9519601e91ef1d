using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>How far the building has come, told by the builder.</summary>
public sealed class ProgressEntry
{
    private ProgressEntry()
    {
    }

    internal ProgressEntry(NodeId province, Guid application, DateOnly on, int percent, string text, IReadOnlyList<Guid> files, PersonId by, DateTimeOffset at)
    {
        (NodeId, ApplicationId, Id) = (province, application, Guid.CreateVersion7(at));
        (HappenedOn, Percent, Text, Files, ReportedBy, ReportedAt) = (on, percent, text, files, by, at.ToUniversalTime());
    }

    public NodeId NodeId { get; private set; }

    public Guid ApplicationId { get; private set; }

    public Guid Id { get; private set; }

    public DateOnly HappenedOn { get; private set; }

    /// <summary>0 to 100.</summary>
    public int Percent { get; private set; }

    public string Text { get; private set; } = "";

    public IReadOnlyList<Guid> Files { get; private set; } = [];

    public PersonId ReportedBy { get; private set; }

    public DateTimeOffset ReportedAt { get; private set; }
}
