using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Opening;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Opening;

/// <summary>At a node: what its manager still has to get ready. At the province: who asked for a module.</summary>
internal sealed class OpeningToDos(OpeningDesk opening, OversightDb oversight, NodeDirectory directory, IProvinceSettings settings) : IToDoList
{
    private static readonly DeadlineView NoLimit = new(Urgency.Far, "不限期");

    public async Task<IReadOnlyList<ToDo>> ForAsync(Desk desk, CancellationToken ct) =>
        desk.Node.Kind is NodeKind.Province ? await ApplicationsAsync(desk, ct)
        : desk.Node.Status is NodeStatus.Delisted or NodeStatus.Merged || !OpeningPolicy.Prepare.LetsIn(desk.Roles) ? []
        : [.. (await opening.ReadinessAsync(ct)).Missing.Select(item => Missing(desk, item))];

    // A node that opened before this was kept has nothing entered; it is asked for, and nothing is late.
    private static ToDo Missing(Desk desk, ReadinessItem item)
    {
        var href = desk.BasePath + OpeningLinks.Of(item.Part);
        return new(NoLimit, null, new($"开办准备：{OpeningWords.Of(item.Part)}", href), item.Says, new("去准备", href));
    }

    private async Task<IReadOnlyList<ToDo>> ApplicationsAsync(Desk desk, CancellationToken ct)
    {
        if (!OpeningPolicy.Allot.LetsIn(desk.Roles))
        {
            return [];
        }

        var nodes = await directory.CurrentAsync(ct);
        var names = (await settings.OfAsync(desk.Node.Id, ct)).Modules.ToDictionary(module => module.Code, module => module.Name);
        var waiting = await oversight.Over(desk.Node.Path).Set<NodeModule>().AsNoTracking().Where(m => m.State == ModuleState.Applied).OrderBy(m => m.AppliedOn).ToListAsync(ct);
        return
        [
            .. waiting.Select(module => nodes.ById(module.NodeId) is { } node
                    ? new ToDo(NoLimit, null, new($"{node.ShortName}：{names.GetValueOrDefault(module.Code, module.Code)}", $"{desk.BasePath}{OpeningLinks.Below}/{node.Slug}"),
                        $"申请服务模块，{Say.Day(module.AppliedOn)}", new("配给或者退回", $"{desk.BasePath}{OpeningLinks.Below}/{node.Slug}"))
                    : null).OfType<ToDo>(),
        ];
    }
}
