using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Opening;

/// <summary>That some person is employed full-time at a node, without saying who: published, so that no other node counts the same person in full.</summary>
public sealed class FullTimeMark
{
    private FullTimeMark()
    {
    }

    public NodeId NodeId { get; private set; }

    /// <summary>Of the node's own record.</summary>
    public Guid Id { get; private set; }

    public string Mark { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    internal static FullTimeMark Of(StaffMember member) => new() { NodeId = member.NodeId, Id = member.Id, Mark = member.Mark, From = member.From, To = member.To };

    public void EndsWith(StaffMember member) => To = member.To;

    public bool Overlaps(DateOnly from, DateOnly? to) => (to is null || From <= to) && (To is null || from <= To);
}
