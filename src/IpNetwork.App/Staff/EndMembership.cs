using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Staff;

/// <summary>Sets the last day of a post. A last day before today takes the access away with the next request.</summary>
internal sealed class EndMembership(NetworkDb db, UnitOfWork work, CurrentNode current)
{
    /// <returns>Null where this node has no such membership.</returns>
    public async Task<Outcome?> HandleAsync(Guid id, string? lastDay, IReadOnlyList<Role> held, Actor actor, IfMatch version, CancellationToken ct)
    {
        var found = true;
        var outcome = await work.CommitAsync(actor, async deed =>
        {
            if (await db.Set<Membership>().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } membership)
            {
                found = false;
                return StaffRefusals.UnknownRole();
            }

            if (StaffPolicy.MayDecide(held, membership.Role, current.Node.Kind) is { } refusal)
            {
                return refusal;
            }

            if (AppointmentRequest.Day(lastDay) is not { } day)
            {
                return StaffRefusals.BadDay("lastDay");
            }

            var ended = membership.End(day);
            if (!ended.IsDone)
            {
                return ended;
            }

            db.Entry(membership).Property<uint>("xmin").OriginalValue = version.Version;
            deed.Happened(new("staff.membership-ended", "membership", id.ToString(), $"岗位“{membership.Role.Chinese()}”任至 {day:yyyy-MM-dd}") { Detail = new { membership.Role, LastDay = day } });
            return Outcome.Done;
        }, ct);
        return found ? outcome : default(Outcome?);
    }
}
