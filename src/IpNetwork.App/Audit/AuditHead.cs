using IpNetwork.App.Data;
using IpNetwork.App.Data.Sealing;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Audit;

/// <summary>The newest links of the network's audit chain, for anyone to keep: whoever holds a head can tell later whether history was rewritten.</summary>
internal static class AuditHead
{
    private const int Newest = 20;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/nodes/{node}/audit-head", async (CurrentNode current, NodeDirectory directory, NetworkDb db, CancellationToken ct) =>
            {
                var nodes = await directory.CurrentAsync(ct);
                var network = current.Node.NetworkId;
                var seals = await db.Set<AuditSeal>().AsNoTracking()
                    .Where(s => s.NodeId == network)
                    .OrderByDescending(s => s.Number)
                    .Take(Newest)
                    .Select(s => new SealView(s.Number, s.Head, s.Root, s.Events, s.SealedAt))
                    .ToListAsync(ct);
                return TypedResults.Ok(new AuditHeadView(nodes.ById(network)?.Slug ?? "", seals.FirstOrDefault()?.Number ?? 0, seals.FirstOrDefault()?.Head ?? Link.Origin, seals));
            })
            .WithName("ShowAuditHead")
            .WithSummary("审计链的最新链头，任何人可留存备查")
            .ProducesProblem(404)
            .AtNode()
            .Allow(RouteRule.Open);
}

/// <param name="Network">The province whose chain it is.</param>
internal sealed record AuditHeadView(string Network, long Number, string Head, IReadOnlyList<SealView> Seals);

internal sealed record SealView(long Number, string Head, string Root, int Events, DateTimeOffset SealedAt);
