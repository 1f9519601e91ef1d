using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Staff;

/// <summary>A post that waits for its person: a link, sent once, that makes whoever holds it a member of the node. Known here only by its hash.</summary>
public sealed class Invitation
{
    private Invitation()
    {
    }

    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public Role Role { get; private set; }

    public string Name { get; private set; } = "";

    public string Phone { get; private set; } = "";

    public string Mail { get; private set; } = "";

    /// <summary>SHA-256 of the link's token, lower-case hexadecimal.</summary>
    public string TokenHash { get; private set; } = "";

    public DateTimeOffset InvitedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>How often a link was sent; each one makes the former worthless.</summary>
    public int Sent { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public PersonId? UsedBy { get; private set; }

    public static Outcome<Invitation> Invite(NodeId node, Role role, Invited who, string tokenHash, TimeSpan life, DateTimeOffset now)
    {
        var invitation = new Invitation { NodeId = node, Id = Guid.CreateVersion7(now), Role = role, InvitedAt = now.ToUniversalTime() };
        var outcome = invitation.SendAgain(who, tokenHash, life, now);
        return outcome.IsDone ? invitation : Outcome.Refused<Invitation>(outcome.Refusals);
    }

    /// <summary>A new link, to the same person or a corrected address; the old one is worthless from now on.</summary>
    public Outcome SendAgain(Invited who, string tokenHash, TimeSpan life, DateTimeOffset now)
    {
        Refusal[] refusals = [.. UsedAt is null ? Array.Empty<Refusal>() : [StaffRefusals.InvitationUsed()], .. who.Refusals()];
        if (refusals.Length > 0)
        {
            return Outcome.Refused(refusals);
        }

        (Name, Phone, Mail) = (Clean(who.Name), Clean(who.Phone), Clean(who.Mail));
        (TokenHash, ExpiresAt, RevokedAt) = (tokenHash, (now + life).ToUniversalTime(), null);
        Sent++;
        return Outcome.Done;
    }

    public Outcome Revoke(DateTimeOffset now)
    {
        if (Stops(now) is { Code: not StaffRefusals.InvitationExpiredCode } refusal)
        {
            return refusal;
        }

        RevokedAt = now.ToUniversalTime();
        return Outcome.Done;
    }

    public Outcome Use(PersonId person, DateTimeOffset now)
    {
        if (Stops(now) is { } refusal)
        {
            return refusal;
        }

        (UsedAt, UsedBy) = (now.ToUniversalTime(), person);
        return Outcome.Done;
    }

    /// <summary>Why the link opens nothing any more, or null.</summary>
    public Refusal? Stops(DateTimeOffset now) =>
        UsedAt is not null ? StaffRefusals.InvitationUsed()
        : RevokedAt is not null ? StaffRefusals.InvitationRevoked()
        : now >= ExpiresAt ? StaffRefusals.InvitationExpired(ChinaTime.DayOf(ExpiresAt))
        : null;

    private static string Clean(string? text) => (text ?? "").Trim();
}

/// <summary>Whom a link goes to; one of phone and mail is needed.</summary>
public sealed record Invited(string? Name, string? Phone, string? Mail)
{
    private const int LongestMail = 100;
    private const int LongestPhone = 30;

    internal IEnumerable<Refusal> Refusals()
    {
        var (name, phone, mail) = ((Name ?? "").Trim(), (Phone ?? "").Trim(), (Mail ?? "").Trim());
        if (name.Length is 0 or > Appointment.LongestName)
        {
            yield return (name.Length == 0 ? StaffRefusals.NameMissing() : StaffRefusals.NameTooLong()).At("name");
        }

        if (phone.Length == 0 && mail.Length == 0)
        {
            yield return StaffRefusals.NoAddress();
        }

        if (phone.Length > LongestPhone || !phone.All(c => char.IsAsciiDigit(c) || c is '-' or '+' or ' '))
        {
            yield return StaffRefusals.BadPhone();
        }

        if (mail.Length > 0 && (mail.Length > LongestMail || mail.Split('@') is not [{ Length: > 0 }, { Length: > 2 }] || mail.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))))
        {
            yield return StaffRefusals.BadMail();
        }
    }
}
