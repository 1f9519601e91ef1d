using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Nodes;

/// <summary>What has changed about a node since its founding, in words; nothing of it is ever removed (NET-07).</summary>
internal sealed class ShowHistory(NetworkDb db, NodeDirectory directory)
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/nodes/{node}/history", async (CurrentNode current, ShowHistory history, CancellationToken ct) =>
                TypedResults.Ok(new ListOf<HistoryView>(await history.OfAsync(current.Id, ct), null)))
            .ProducesProblem(404)
            .WithName("ShowNodeHistory")
            .WithSummary("节点沿革：新的在前")
            .AtNode()
            .Allow(RouteRule.Open);

    public async Task<IReadOnlyList<HistoryView>> OfAsync(NodeId node, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        var entries = await db.Set<NodeHistoryEntry>().AsNoTracking()
            .Where(h => h.NodeId == node)
            .OrderByDescending(h => h.RecordedAt).ThenByDescending(h => h.Id)
            .ToListAsync(ct);
        return
        [
            .. entries.Select(e => HistoryWords.Aspect(e.Aspect) is { } what
                    ? new HistoryView(e.Aspect, what, HistoryWords.Value(e.Aspect, e.OldText, nodes), HistoryWords.Value(e.Aspect, e.NewText, nodes), e.EffectiveOn, e.Reason, e.DocumentNumber, HistoryWords.Who(e, nodes), e.RecordedAt)
                    : null)
                .OfType<HistoryView>(),
        ];
    }
}

internal sealed record HistoryView(NodeAspect Aspect, string What, string From, string To, DateOnly EffectiveOn, string Reason, string DocumentNumber, string By, DateTimeOffset RecordedAt);
