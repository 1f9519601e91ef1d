using System.Runtime.CompilerServices;
using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Audit;

/// <summary>What was done, newest first: at the own node with names, in the subtree with names masked (VISB-01).</summary>
internal sealed class ListAudit(NetworkDb db, OversightDb oversight, NodeDirectory directory, CurrentNode current)
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/nodes/{node}/audit", async (HttpRequest request, ListAudit list, CancellationToken ct) =>
            {
                var query = new QueryReader(request.Query);
                var filter = AuditFilter.Read(query);
                return query.Refusals.Count > 0 ? Answers.Problem(query.Refusals) : TypedResults.Ok(await list.HandleAsync(filter, ct));
            })
            .Produces<ListOf<AuditView>>().ProducesProblem(400).ProducesProblem(403)
            .WithName("ListAudit").WithSummary("操作记录：新的在前；below=true 连同下属节点，姓名隐去")
            .Takes("verb", "who", "from", "to", "below", "cursor", "limit")
            .AtNode().Allow(AuditPolicy.Read);

    public async Task<ListOf<AuditView>> HandleAsync(AuditFilter filter, CancellationToken ct)
    {
        var own = current.Id;
        var found = await Found(filter).Take(filter.Limit + 1).ToListAsync(ct);
        var nodes = await directory.CurrentAsync(ct);
        var page = found.Take(filter.Limit).ToList();
        return new([.. page.Select(e => View(e, own, nodes))], found.Count > filter.Limit ? page[^1].Id.ToString() : null);
    }

    /// <summary>The same events one after another, for a list too long for a page.</summary>
    public async IAsyncEnumerable<AuditView> AllAsync(AuditFilter filter, int most, [EnumeratorCancellation] CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        await foreach (var e in Found(filter).Take(most).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return View(e, current.Id, nodes);
        }
    }

    private IQueryable<AuditEvent> Found(AuditFilter filter)
    {
        var events = filter.Below ? oversight.Over(current.Node.Path).Set<AuditEvent>() : db.Set<AuditEvent>().AsQueryable();
        return filter.Apply(events.AsNoTracking(), current.Id).OrderByDescending(e => e.Id);
    }

    private static AuditView View(AuditEvent e, NodeId own, NodeDirectory.Snapshot nodes)
    {
        var isOurs = e.NodeId == own || e.ActingNodeId == own || e.PersonId is null;
        return new(
            e.Id, e.At, isOurs ? e.PersonName : Masked(e.PersonName), e.Role, Slug(e.ActingNodeId), Slug(e.NodeId),
            e.Verb, e.Summary, e.SubjectKind, e.SubjectId, e.Reason);

        string Slug(NodeId id) => nodes.ById(id)?.Slug ?? "";
    }

    /// <summary>The family name stays, as on a public notice.</summary>
    public static string Masked(string name) => name.EnumerateRunes().FirstOrDefault() is { Value: > 0 } first ? $"{first}*" : "*";
}

/// <param name="ActingNode">For which node the person acted; a parent that acts on its child is named here.</param>
internal sealed record AuditView(
    Guid Id, DateTimeOffset At, string Who, string? Role, string ActingNode, string Node, string Verb, string Summary, string SubjectKind, string SubjectId, string? Reason);
