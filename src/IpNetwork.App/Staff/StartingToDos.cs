using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Staff;

/// <summary>At a node that is qualified and has no plate yet: the people who are still missing.</summary>
internal sealed class StartingToDos(NetworkDb db) : IToDoList
{
    private static readonly Role[] Needed = [Role.CatalogEditor, Role.WindowClerk];

    public async Task<IReadOnlyList<ToDo>> ForAsync(Desk desk, CancellationToken ct)
    {
        if (desk.Node.Status is not NodeStatus.Qualified || !StaffPolicy.Appoint.LetsIn(desk.Roles))
        {
            return [];
        }

        var held = await db.Set<Membership>().Where(m => m.From <= desk.Today && (m.To == null || m.To >= desk.Today)).Select(m => m.Role).Distinct().ToListAsync(ct);
        var invited = await db.Set<Invitation>().Where(i => i.UsedAt == null && i.RevokedAt == null).Select(i => i.Role).Distinct().ToListAsync(ct);
        var href = $"{desk.BasePath}{PeoplePage.Path}";
        return [.. Needed.Where(role => !held.Contains(role)).Select(role => new ToDo(Deadlines.NoLimit, null, new($"{role.Chinese()}到位", href), invited.Contains(role) ? "已邀请，还没有到位" : "还没有人任这个岗位", new("邀请或开通", href)))];
    }
}
