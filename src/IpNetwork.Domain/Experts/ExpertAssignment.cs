using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Experts;

/// <summary>An expert asked to take part in one matter; checked when it is made, and kept as it was.</summary>
public sealed class ExpertAssignment
{
    public const int LongestMatter = 60;

    private ExpertAssignment()
    {
    }

    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ExpertId { get; private set; }

    public string ExpertName { get; private set; } = "";

    /// <summary>Number of the application.</summary>
    public string Matter { get; private set; } = "";

    public string MatterTitle { get; private set; } = "";

    /// <summary>Employer at the time.</summary>
    public string Employer { get; private set; } = "";

    public PersonId AssignedBy { get; private set; }

    public string AssignedByName { get; private set; } = "";

    public DateTimeOffset AssignedAt { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    public string? ReleaseReason { get; private set; }

    public bool IsOpen => ReleasedAt is null;

    /// <param name="earlier">This expert's assignments to the same matter.</param>
    public static Outcome<ExpertAssignment> Assign(Expert expert, Matter matter, IReadOnlyList<ExpertAssignment> earlier, PersonId by, string byName, DateTimeOffset now) =>
        expert.Stops(matter, ChinaTime.DayOf(now)) is { } refusal ? refusal
        : earlier.Any(assignment => assignment.IsOpen) ? ExpertRefusals.AlreadyAssigned(expert.Name)
        : new ExpertAssignment
        {
            NodeId = expert.NodeId,
            Id = Guid.CreateVersion7(now),
            ExpertId = expert.Id,
            ExpertName = expert.Name,
            Matter = matter.Number,
            MatterTitle = matter.Title,
            Employer = expert.Employer,
            AssignedBy = by,
            AssignedByName = byName,
            AssignedAt = now.ToUniversalTime(),
        };

    public Outcome Release(string? reason, DateTimeOffset now)
    {
        var text = (reason ?? "").Trim();
        if (!IsOpen)
        {
            return ExpertRefusals.Released();
        }

        if (text.Length is 0 or > Avoidance.LongestReason)
        {
            return text.Length == 0 ? ExpertRefusals.Missing("reason", "退出的原因") : ExpertRefusals.TooLong("reason", "退出的原因", Avoidance.LongestReason);
        }

        (ReleasedAt, ReleaseReason) = (now.ToUniversalTime(), text);
        return Outcome.Done;
    }
}
