using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Staff.Inviting;

/// <summary>
/// A node founded from an application invites the manager the application named. Once: whoever was invited or appointed before
/// counts. Without a name or an address that fits, it stays a to-do of the province.
/// </summary>
internal sealed class InviteOnFounding : IEventHandler
{
    public bool Handles(string topic) => topic is "nodes.founded";

    public async Task HandleAsync(NodeEvent happened, IServiceProvider inNodeContext, CancellationToken ct)
    {
        var current = inNodeContext.GetRequiredService<CurrentNode>().Node;
        var db = inNodeContext.GetRequiredService<NetworkDb>();

        // The province's own record of the founding comes by as well.
        if (current.Slug != happened.SubjectId || current.Kind is NodeKind.Province || await IsInvitedAsync(db, ct))
        {
            return;
        }

        var document = await db.Set<NodeHistoryEntry>().AsNoTracking().Where(entry => entry.NodeId == current.Id && entry.Aspect == NodeAspect.Founding).Select(entry => entry.DocumentNumber).SingleAsync(ct);
        if (await NamedAsync(inNodeContext, current.NetworkId, document, ct) is not { } manager)
        {
            return;
        }

        var request = new InvitationRequest { Role = nameof(Role.Manager), Name = manager.Name, Phone = manager.Phone, Mail = manager.Mail };
        await inNodeContext.GetRequiredService<InvitationDesk>().InviteAsync(request, Actor.Program("设立", current.NetworkId), async _ =>
        {
            await NamedLock.TakeAsync(db, $"first-manager/{current.Id}", ct);
            return await IsInvitedAsync(db, ct) ? StaffRefusals.ManagerThere() : null;
        }, ct);
    }

    private static async Task<bool> IsInvitedAsync(NetworkDb db, CancellationToken ct) =>
        await db.Set<Invitation>().AnyAsync(i => i.Role == Role.Manager, ct) || await db.Set<Membership>().AnyAsync(m => m.Role == Role.Manager, ct);

    /// <summary>Read where it is kept, in the province's context: events carry no personal data.</summary>
    private static async Task<ManagerToBe?> NamedAsync(IServiceProvider services, NodeId network, string document, CancellationToken ct)
    {
        var nodes = await services.GetRequiredService<NodeDirectory>().CurrentAsync(ct);
        var province = nodes.ById(network) ?? throw new InvalidOperationException($"Province {network} is not known here yet.");
        return await services.GetRequiredService<NodeScopes>().RunAsync(NodeDirectory.Tenant(province), async inProvince =>
        {
            var application = await inProvince.GetRequiredService<NetworkDb>().Set<EstablishmentApplication>().AsNoTracking()
                .SingleOrDefaultAsync(a => a.Number == document && a.Status == ApplicationStatus.Accepted, ct);
            return application?.Form.Manager;
        });
    }
}
