using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Plates;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Plates;

/// <summary>At the province: nodes that wait for a plate, plates that wait for the second person, functions that wait to be decided.</summary>
internal sealed class PlateToDos(NetworkDb db, NodeDirectory directory) : IToDoList
{
    private static readonly DeadlineView NoLimit = new(Urgency.Far, "不限期");

    public async Task<IReadOnlyList<ToDo>> ForAsync(Desk desk, CancellationToken ct)
    {
        if (desk.Node.Status is NodeStatus.Qualified && desk.Roles.Contains(Role.Manager))
        {
            return [Do("挂牌", $"{desk.BasePath}/workbench/life", "由省级平台挂牌；挂牌之日起投入运行，公开页开通", "看进展")];
        }

        if (desk.Node.Kind is not NodeKind.Province || !PlatePolicy.See.LetsIn(desk.Roles))
        {
            return [];
        }

        var nodes = await directory.CurrentAsync(ct);
        var network = desk.Node.Id;
        var open = await db.Set<PlateProposal>().AsNoTracking().Where(p => p.State == ProposalState.Prepared).ToListAsync(ct);
        var suspended = await db.Set<Plate>().AsNoTracking().Where(p => p.NetworkId == network && p.Status == PlateStatus.Suspended).ToListAsync(ct);
        var path = $"{desk.BasePath}{PlateLinks.Workbench}";
        return
        [
            .. PlatePolicy.Decide.LetsIn(desk.Roles) ? open.Select(p => Do(p.Text, $"{path}/proposals/{p.Id}", $"{PlateWords.Of(p.Kind)}，{p.PreparedByName}起草", "批准或退回")) : [],
            .. PlatePolicy.Decide.LetsIn(desk.Roles) ? suspended.Select(p => Do(p.Text, $"{path}/{p.Number}", "平台已摘牌，服务功能牌匾暂停着", "恢复或摘下")) : [],
            .. PlatePolicy.Prepare.LetsIn(desk.Roles) ? Waiting(nodes, network, open).Select(n => Do(n.OfficialName ?? n.PlaceName, $"{path}/new?kind=Platform&node={n.Slug}", "已认定，待挂牌", "起草牌匾")) : [],
        ];
    }

    private static IEnumerable<Node> Waiting(NodeDirectory.Snapshot nodes, NodeId network, List<PlateProposal> open) =>
        nodes.All.Where(n => n.NetworkId == network && n.Status is NodeStatus.Qualified && open.All(p => p.SubjectNodeId != n.Id));

    private static ToDo Do(string subject, string href, string says, string next) => new(NoLimit, null, new(subject, href), says, new(next, href));
}
