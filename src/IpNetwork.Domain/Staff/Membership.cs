using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Staff;

/// <summary>A person working at a node in a role, for a period.</summary>
public sealed class Membership
{
    private Membership()
    {
    }

    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public string PersonName { get; private set; } = "";

    public Role Role { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day; null while open.</summary>
    public DateOnly? To { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <param name="held">Every membership of the same person anywhere in the deployment.</param>
    public static Outcome<Membership> Grant(Appointment appointment, NodeKind kind, IReadOnlyCollection<Membership> held, DateTimeOffset now)
    {
        if (held.Any(other => other.PersonId != appointment.PersonId))
        {
            throw new ArgumentException("Only memberships of the same person can be weighed.", nameof(held));
        }

        var (from, to) = (appointment.From, appointment.To);
        var atTheTime = held.Where(other => other.Overlaps(from, to)).ToArray();
        Refusal[] refusals =
        [
            .. appointment.NameRefusals(),
            .. appointment.Role.IsHeldAt(kind) ? Array.Empty<Refusal>() : [StaffRefusals.RoleNotForKind(appointment.Role, kind)],
            .. to < from ? [StaffRefusals.EndsBeforeItBegins(to.Value, from)] : Array.Empty<Refusal>(),
            .. atTheTime.Where(other => other.NodeId == appointment.NodeId && other.Role == appointment.Role).Take(1)
                .Select(StaffRefusals.AlreadyHeld),
            .. atTheTime.Where(other => appointment.Role.IsDeploymentAdmin() && other.Role.IsDeploymentAdmin() && other.Role != appointment.Role).Take(1)
                .Select(other => StaffRefusals.AdminRolesCombined(appointment.Role, other.Role)),
        ];
        return refusals.Length > 0
            ? Outcome.Refused<Membership>(refusals)
            : new Membership
            {
                NodeId = appointment.NodeId,
                Id = Guid.CreateVersion7(now),
                PersonId = appointment.PersonId,
                PersonName = appointment.PersonName.Trim(),
                Role = appointment.Role,
                From = from,
                To = to,
                RecordedAt = now.ToUniversalTime(),
            };
    }

    /// <summary>Sets the last day, which can only come nearer.</summary>
    public Outcome End(DateOnly lastDay)
    {
        if (lastDay < From)
        {
            return StaffRefusals.EndsBeforeItBegins(lastDay, From);
        }

        if (lastDay >= To)
        {
            return StaffRefusals.AlreadyEnded(To.Value);
        }

        To = lastDay;
        return Outcome.Done;
    }

    public bool IsActiveOn(DateOnly day) => Overlaps(day, day);

    private bool Overlaps(DateOnly from, DateOnly? to) => (to is null || From <= to) && (To is null || from <= To);
}

/// <summary>Who is to work where, as what and for how long.</summary>
public sealed record Appointment
{
    public const int LongestName = 50;

    public required NodeId NodeId { get; init; }

    public required PersonId PersonId { get; init; }

    public required string PersonName { get; init; }

    public required Role Role { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    internal IEnumerable<Refusal> NameRefusals() => PersonName.Trim().Length switch
    {
        0 => [StaffRefusals.NameMissing()],
        > LongestName => [StaffRefusals.NameTooLong()],
        _ => [],
    };
}
