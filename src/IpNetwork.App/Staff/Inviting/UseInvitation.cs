using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Staff.Inviting;

/// <summary>Whoever holds the link becomes a member, once. Both are written together or neither.</summary>
internal sealed class UseInvitation(NetworkDb db, UnitOfWork work, CurrentNode current, MyMemberships memberships, TimeProvider clock)
{
    public Task<Invitation?> FindAsync(string token, CancellationToken ct)
    {
        var hash = InvitationToken.HashOf(token);
        return db.Set<Invitation>().AsNoTracking().SingleOrDefaultAsync(i => i.TokenHash == hash, ct);
    }

    /// <summary>Who invites: the node that sent the link last.</summary>
    public async Task<Node> InvitingAsync(Invitation invitation, CancellationToken ct)
    {
        var id = invitation.Id.ToString();
        var by = await db.Set<AuditEvent>().AsNoTracking().Where(e => e.SubjectKind == "invitation" && e.SubjectId == id).OrderByDescending(e => e.Id).Select(e => e.ActingNodeId).FirstAsync(ct);
        return await db.Set<Node>().AsNoTracking().SingleAsync(n => n.Id == by, ct);
    }

    public async Task<Outcome> HandleAsync(string token, PersonId person, Actor actor, CancellationToken ct)
    {
        var hash = InvitationToken.HashOf(token);
        return await work.CommitAsync(actor, async deed =>
        {
            // One at a time: by the link, and by the person as every appointment.
            await NamedLock.TakeAsync(db, $"invitation/{hash}", ct);
            if (await db.Set<Invitation>().SingleOrDefaultAsync(i => i.TokenHash == hash, ct) is not { } invitation)
            {
                return StaffRefusals.UnknownInvitation();
            }

            var now = clock.GetUtcNow();
            var used = invitation.Use(person, now);
            if (!used.IsDone)
            {
                return used;
            }

            await NamedLock.TakeAsync(db, $"person/{person}", ct);
            var appointment = new Appointment { NodeId = current.Id, PersonId = person, PersonName = actor.Name, Role = invitation.Role, From = ChinaTime.DayOf(now) };
            var membership = Membership.Grant(appointment, current.Node.Kind, await memberships.AllAsync(person, ct), now);
            if (!membership.IsDone)
            {
                return Outcome.Refused(membership.Refusals);
            }

            db.Add(membership.Value);
            deed.Happened(new("staff.invitation-used", "invitation", invitation.Id.ToString(), $"接受“{invitation.Role.Chinese()}”的邀请"));
            deed.Happened(new("staff.membership-granted", "membership", membership.Value.Id.ToString(), $"开通岗位“{invitation.Role.Chinese()}”")
            {
                Detail = new { invitation.Role, appointment.From, Invitation = invitation.Id },
            });
            return Outcome.Done;
        }, ct);
    }
}
