using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Staff.Inviting;

/// <summary>At the province: qualified nodes without a manager, and whether somebody is invited.</summary>
internal sealed class ManagerToDos(OversightDb oversight, NodeDirectory directory, TimeProvider clock) : IToDoList
{
    public async Task<IReadOnlyList<ToDo>> ForAsync(Desk desk, CancellationToken ct)
    {
        if (desk.Node.Kind is not NodeKind.Province || !StaffPolicy.AppointBelow.LetsIn(desk.Roles))
        {
            return [];
        }

        var nodes = (await directory.CurrentAsync(ct)).All.Where(n => n.NetworkId == desk.Node.Id && n.Status is NodeStatus.Qualified).ToList();
        var ids = nodes.Select(n => n.Id).ToList();
        oversight.Over(desk.Node.Path);
        var managed = await oversight.Set<Membership>().Where(m => ids.Contains(m.NodeId) && m.Role == Role.Manager && (m.To == null || m.To >= desk.Today)).Select(m => m.NodeId).ToListAsync(ct);
        var open = await oversight.Set<Invitation>().AsNoTracking().Where(i => ids.Contains(i.NodeId) && i.Role == Role.Manager && i.UsedAt == null && i.RevokedAt == null).ToListAsync(ct);
        return [.. nodes.Where(n => !managed.Contains(n.Id)).Select(n => Do(desk, n, open.Where(i => i.NodeId == n.Id).MaxBy(i => i.ExpiresAt)))];
    }

    private ToDo Do(Desk desk, Node node, Invitation? invitation)
    {
        var href = BelowPages.Href(desk.BasePath, node.Slug);
        var (says, next) = invitation is null ? ("已认定，负责人还没有邀请", "邀请负责人")
            : clock.GetUtcNow() >= invitation.ExpiresAt ? ($"给{invitation.Name}的邀请已过期", "重新发送")
            : ($"已邀请{invitation.Name}，还没有到位", "看邀请");
        return new(Deadlines.NoLimit, null, new(node.OfficialName ?? node.PlaceName, href), says, new(next, href));
    }
}
