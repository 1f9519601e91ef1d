using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Staff;

namespace IpNetwork.App.Staff.Inviting;

/// <summary>The province invites the first manager of a node below, in that node's context.</summary>
internal sealed class InviteBelow(NodeDirectory directory, NodeScopes scopes, CurrentNode acting, RequestKey key)
{
    /// <param name="act">Given the desk of the node below, and the policy it asks.</param>
    public async Task<Outcome<T>> AtAsync<T>(string slug, Func<InvitationDesk, Func<Role, Task<Refusal?>>, Task<Outcome<T>>> act, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is not { } node)
        {
            return InvitationDesk.Absent;
        }

        return await scopes.CarryAsync(NodeDirectory.Tenant(node), key, services => act(
            services.GetRequiredService<InvitationDesk>(),
            role => AppointBelow.FirstManagerAsync(services, role, ct)));
    }

    public async Task<Outcome> AtAsync(string slug, Func<InvitationDesk, Func<Role, Task<Refusal?>>, Task<Outcome>> act, CancellationToken ct)
    {
        var outcome = await AtAsync<string>(slug, async (desk, mayDecide) => await act(desk, mayDecide) is { IsDone: false } refused ? Outcome.Refused<string>(refused.Refusals) : "", ct);
        return outcome.IsDone ? Outcome.Done : Outcome.Refused(outcome.Refusals);
    }

    /// <summary>Null for a sibling, for the acting node itself and for a node that does not exist.</summary>
    public async Task<Node?> FindAsync(string slug, CancellationToken ct) =>
        (await directory.CurrentAsync(ct)).BySlug(slug) is { } node && acting.Node.Path.Covers(node.PathValue()) && node.Id != acting.Id ? node : null;
}
