using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Nodes;

/// <summary>What a node's people see of the nodes below: their standing in figures. Siblings do not exist here (VISB-01, VISB-02).</summary>
internal sealed class LookDown(OversightDb oversight, NodeDirectory directory, CurrentNode current, TimeProvider clock)
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/nodes/{node}/subtree", async (HttpRequest request, LookDown lookDown, CancellationToken ct) => await lookDown.ListAsync(new QueryReader(request.Query), ct))
            .Produces<ListOf<BelowView>>().ProducesProblem(400)
            .WithName("ListSubtree")
            .WithSummary("本节点及下属节点的情况和数字")
            .Takes("kind", "cursor", "limit")
            .AtNode()
            .Allow(NodePolicy.LookDown);
        api.MapGet("/nodes/{node}/network/{slug}", async (string slug, HttpContext context, LookDown lookDown, NetworkDb db, CancellationToken ct) =>
            {
                if (await lookDown.FindAsync(slug, ct) is not { } node)
                {
                    return Answers.NotFound();
                }

                ETags.Send(context, await VersionAsync(db, node.Id, ct));
                return Results.Ok((await lookDown.ViewsAsync([node], ct))[0]);
            })
            .Produces<BelowView>().ProducesProblem(404)
            .WithName("ShowSubtreeNode")
            .WithSummary("一个下属节点，连同变更所需的 ETag")
            .AtNode()
            .Allow(NodePolicy.LookDown);
    }

    public static Task<uint> VersionAsync(NetworkDb db, NodeId node, CancellationToken ct) =>
        db.Set<Node>().Where(n => n.Id == node).Select(n => EF.Property<uint>(n, "xmin")).SingleAsync(ct);

    /// <summary>Null for a sibling as for a node that does not exist.</summary>
    public async Task<Node?> FindAsync(string slug, CancellationToken ct) =>
        (await directory.CurrentAsync(ct)).BySlug(slug) is { } node && current.Node.Path.Covers(node.PathValue()) ? node : null;

    private async Task<IResult> ListAsync(QueryReader query, CancellationToken ct)
    {
        var kind = query.Choice<NodeKind>("kind");
        var cursor = query.Text("cursor", Slug.Longest);
        var limit = query.Limit();
        if (query.Refusals.Count > 0)
        {
            return Answers.Problem(query.Refusals);
        }

        var nodes = await directory.CurrentAsync(ct);
        var own = nodes.ById(current.Id) ?? throw new InvalidOperationException();
        var found = nodes.Subtree(own)
            .Where(n => kind is null || n.Kind == kind)
            .OrderBy(n => n.Slug, StringComparer.Ordinal)
            .Where(n => cursor is null || string.CompareOrdinal(n.Slug, cursor) > 0)
            .Take(limit + 1)
            .ToList();
        var page = found.Take(limit).ToList();
        return TypedResults.Ok(new ListOf<BelowView>(await ViewsAsync(page, ct), found.Count > limit ? page[^1].Slug : null));
    }

    private async Task<IReadOnlyList<BelowView>> ViewsAsync(IReadOnlyList<Node> page, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        var ids = page.Select(n => n.Id).ToList();
        var now = clock.GetUtcNow();
        var (today, since) = (ChinaTime.DayOf(now), now - Lately);
        oversight.Over(current.Node.Path);
        var people = await oversight.Set<Membership>()
            .Where(m => ids.Contains(m.NodeId) && m.From <= today && (m.To == null || m.To >= today))
            .GroupBy(m => m.NodeId)
            .Select(g => new { g.Key, Count = g.Select(m => m.PersonId).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var acts = await oversight.Set<AuditEvent>()
            .Where(e => ids.Contains(e.NodeId) && e.At >= since)
            .GroupBy(e => e.NodeId)
            .Select(g => new { g.Key, Count = g.Count(), Last = g.Max(e => e.At) })
            .ToDictionaryAsync(g => g.Key, ct);
        return
        [
            .. page.Select(n => new BelowView(
                NodeView.Of(n, nodes),
                nodes.ChildrenOf(n.Id).Count(),
                people.GetValueOrDefault(n.Id),
                acts.GetValueOrDefault(n.Id)?.Count ?? 0,
                acts.GetValueOrDefault(n.Id)?.Last)),
        ];
    }
}

/// <param name="People">With a membership today.</param>
/// <param name="Acts">Audit events of the last thirty days.</param>
internal sealed record BelowView(NodeView Node, int Children, int People, int Acts, DateTimeOffset? LastActAt);
