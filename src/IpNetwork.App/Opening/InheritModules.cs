using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Opening;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Opening;

/// <summary>A node that came of an application begins with the modules the province allotted to it then (ASM-02).</summary>
internal sealed class InheritModules(NodeScopes scopes, NodeDirectory directory, TimeProvider clock) : IEventHandler
{
    public bool Handles(string topic) => topic == "nodes.founded";

    public async Task HandleAsync(NodeEvent happened, IServiceProvider inNodeContext, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        if (nodes.ById(happened.NodeId) is not { } node || node.Id == node.NetworkId || nodes.ById(node.NetworkId) is not { } province)
        {
            return;
        }

        var allotted = await scopes.RunAsync(NodeDirectory.Tenant(province), services => services.GetRequiredService<NetworkDb>().Set<EstablishmentApplication>().AsNoTracking()
            .Where(a => a.FoundedSlug == node.Slug).FirstOrDefaultAsync(ct));
        var db = inNodeContext.GetRequiredService<NetworkDb>();
        if (allotted is null || allotted.Modules.Count == 0 || await db.Set<NodeModule>().AnyAsync(ct))
        {
            return;
        }

        await inNodeContext.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("开办准备", node.Id), deed =>
        {
            db.AddRange(allotted.Modules.Distinct().Select(code => NodeModule.Inherit(node.Id, code, allotted.Proposal?.GuidingOffice ?? "", clock.GetUtcNow())));
            deed.Happened(new("opening.modules-inherited", "node", node.Slug, $"沿用纳入建设计划时配给的 {allotted.Modules.Count} 个服务模块") { Detail = new { allotted.Modules } });
            return Task.FromResult(Outcome.Done);
        }, ct);
    }
}
