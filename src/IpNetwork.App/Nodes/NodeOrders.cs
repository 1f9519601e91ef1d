using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Nodes;

/// <summary>Carries out an order about one node: in that node's context, with the province's actor, its whole subtree following in the same transaction.</summary>
internal sealed class NodeOrders(NodeDirectory directory, NodeScopes scopes, CurrentNode acting, RequestKey key)
{
    /// <returns>Null where the address names no node.</returns>
    public async Task<Outcome?> CarryOutAsync(NodeAct act, string slug, OrderRequest request, Actor actor, IfMatch version, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        if (nodes.BySlug(slug) is not { } affected)
        {
            return null;
        }

        if (NodePolicy.MayOrder(actor, acting.Node, affected) is { } refusal)
        {
            return refusal;
        }

        return await scopes.RunAsync(NodeDirectory.Tenant(affected), async services =>
        {
            var ownKey = services.GetRequiredService<RequestKey>();
            if (key.Key is { } sent)
            {
                ownKey.Set(sent, key.Route, key.Fingerprint);
            }

            var outcome = await services.GetRequiredService<OrderExecution>().RunAsync(act, request, actor, version, ct);
            key.IsReplay = ownKey.IsReplay;
            return outcome;
        });
    }
}

/// <summary>The part of an order that runs in the affected node's own context.</summary>
internal sealed class OrderExecution(NetworkDb db, UnitOfWork work, TreeWriter tree, CurrentNode current, NetworkNaming naming, TimeProvider clock)
{
    public Task<Outcome> RunAsync(NodeAct act, OrderRequest request, Actor actor, IfMatch version, CancellationToken ct) =>
        work.CommitAsync(actor, deed => ApplyAsync(act, request, actor, version, deed, ct), ct);

    private async Task<Outcome> ApplyAsync(NodeAct act, OrderRequest request, Actor actor, IfMatch version, Deed deed, CancellationToken ct)
    {
        await tree.LockAsync(ct);
        var node = await db.Set<Node>().SingleAsync(n => n.Id == current.Id, ct);
        var order = request.Order(actor.PersonId, clock.GetUtcNow());
        if (!order.IsDone)
        {
            return Outcome.Refused(order.Refusals);
        }

        var before = node.PathValue();
        var entries = await act.Apply(new(node, order.Value, request, db, naming, ct));
        if (!entries.IsDone)
        {
            return Outcome.Refused(entries.Refusals);
        }

        db.Entry(node).Property<uint>("xmin").OriginalValue = version.Version;
        db.AddRange(entries.Value);
        await db.SaveChangesAsync(ct);
        if (node.PathValue() != before)
        {
            await FollowAsync(node, before, order.Value, actor, ct);
        }

        deed.Happened(new(act.Verb, "node", node.Slug, Summary(act, node, entries.Value))
        {
            Reason = request.Reason?.Trim(),
            Detail = entries.Value.Select(e => new { e.Aspect, Old = e.OldText, New = e.NewText }),
        });
        deed.Announce(ChangeSignal.Nodes);
        return Outcome.Done;
    }

    private async Task FollowAsync(Node moved, NodePath before, NodeOrder order, Actor actor, CancellationToken ct)
    {
        var prefix = before.Text;
        var below = await db.Set<Node>().Where(n => n.Path.StartsWith(prefix) && n.Id != moved.Id).OrderBy(n => n.Path).ToListAsync(ct);
        foreach (var node in below)
        {
            var happening = new Happening("nodes.followed", "node", node.Slug, $"随{moved.ShortName}改隶，所在位置变更") { Reason = order.Reason?.Trim() };
            await tree.AtAsync(NodeDirectory.Tenant(node), actor, happening, () => db.Add(node.Follow(before, moved.PathValue(), order)), ct);
        }
    }

    private static string Summary(NodeAct act, Node node, NodeHistoryEntry[] entries)
    {
        var changed = string.Join("、", entries.Select(e => HistoryWords.Aspect(e.Aspect)).OfType<string>().Distinct());
        return changed.Length == 0 ? $"{act.Title}：{node.ShortName}" : $"{act.Title}：{node.ShortName}（{changed}）";
    }
}
