using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.Offerings;

internal sealed class DiscardOffering(NetworkDb db, UnitOfWork work)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapDelete("/offerings/{code}/draft", async (string code, IfMatch seen, DiscardOffering discard, Actor actor, CancellationToken ct) =>
                CatalogAnswers.Done(await discard.HandleAsync(code, seen, actor, ct)))
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(412)
            .ProducesProblem(428)
            .WithName("DiscardOffering")
            .WithSummary("放弃本节点的草稿")
            .AtNode()
            .Allow(CatalogPolicy.MayEditOfferings);

    public Task<Outcome> HandleAsync(string code, IfMatch seen, Actor actor, CancellationToken ct) => work.CommitAsync(actor, async deed =>
    {
        if (await db.Set<OfferingDraft>().SingleOrDefaultAsync(d => d.ItemCode == code, ct) is not { } draft)
        {
            return EdgeRefusals.Absent;
        }

        if (db.IsStale(draft, seen))
        {
            return WriteConflicts.Stale;
        }

        db.Remove(draft);
        deed.Happened(new("catalog.offering-draft-discarded", "offering", code, $"放弃事项 {code} 的本地草稿"));
        return Outcome.Done;
    }, ct);
}
