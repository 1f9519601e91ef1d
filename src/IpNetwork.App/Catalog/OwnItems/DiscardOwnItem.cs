using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.OwnItems;

internal sealed class DiscardOwnItem(NetworkDb db, UnitOfWork work)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapDelete("/own-items/{id:guid}", async (Guid id, IfMatch seen, DiscardOwnItem discard, Actor actor, CancellationToken ct) =>
                CatalogAnswers.Done(await discard.HandleAsync(id, seen, actor, ct)))
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(412)
            .ProducesProblem(428)
            .WithName("DiscardOwnItem")
            .WithSummary("放弃特色服务草稿；已发布的不受影响")
            .AtNode()
            .Allow(CatalogPolicy.MayEditOwnItems);

    public Task<Outcome> HandleAsync(Guid id, IfMatch seen, Actor actor, CancellationToken ct) => work.CommitAsync(actor, async deed =>
    {
        if (await db.Set<OwnItemDraft>().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } draft)
        {
            return EdgeRefusals.Absent;
        }

        if (db.IsStale(draft, seen))
        {
            return WriteConflicts.Stale;
        }

        db.Remove(draft);
        deed.Happened(new("catalog.own-item-draft-discarded", "own-item", draft.Code, $"放弃特色服务 {draft.Code} 的草稿"));
        return Outcome.Done;
    }, ct);
}
