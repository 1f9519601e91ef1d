using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Staff;

/// <summary>The province's leader appoints the first manager of a node below, in that node's context; from then on the node looks after its people.</summary>
internal sealed class AppointBelow(NodeDirectory directory, NodeScopes scopes, CurrentNode acting, RequestKey key)
{
    /// <returns>Null where the address names no node.</returns>
    public async Task<Outcome<string>?> HandleAsync(string slug, AppointmentRequest request, Actor actor, CancellationToken ct)
    {
        if ((await directory.CurrentAsync(ct)).BySlug(slug) is not { } node)
        {
            return null;
        }

        if (!acting.Node.Path.Covers(node.PathValue()) || node.Id == acting.Id)
        {
            return NodeRefusals.OutsideTheSubtree(node.ShortName);
        }

        return await scopes.RunAsync(NodeDirectory.Tenant(node), async services =>
        {
            var ownKey = services.GetRequiredService<RequestKey>();
            if (key.Key is { } sent)
            {
                ownKey.Set(sent, key.Route, key.Fingerprint);
            }

            var outcome = await services.GetRequiredService<Appoint>().HandleAsync(request, actor, role => FirstManagerAsync(services, role, ct), ct);
            key.IsReplay = ownKey.IsReplay;
            return outcome;
        });
    }

    /// <summary>The province sees to one manager; from then on the node looks after its people.</summary>
    public static async Task<Refusal?> FirstManagerAsync(IServiceProvider inNode, Role role, CancellationToken ct)
    {
        var today = ChinaTime.DayOf(inNode.GetRequiredService<TimeProvider>().GetUtcNow());
        return role is not Role.Manager ? StaffRefusals.OnlyManagerBelow()
            : await inNode.GetRequiredService<NetworkDb>().Set<Membership>().AnyAsync(m => m.Role == Role.Manager && m.From <= today && (m.To == null || m.To >= today), ct) ? StaffRefusals.ManagerThere()
            : null;
    }
}
