using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.BaseItems;

internal sealed class DiscardBaseItem(NetworkDb db, UnitOfWork work)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapDelete("/base-items/drafts/{id:guid}", async (Guid id, IfMatch seen, DiscardBaseItem discard, Actor actor, CancellationToken ct) =>
                CatalogAnswers.Done(await discard.HandleAsync(id, seen, actor, ct)))
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(412)
            .ProducesProblem(428)
            .WithName("DiscardBaseItem")
            .WithSummary("放弃全省事项草稿；已发布的不受影响")
            .AtNode()
            .Allow(CatalogPolicy.MayEditBaseItems);

    public Task<Outcome> HandleAsync(Guid id, IfMatch seen, Actor actor, CancellationToken ct) => work.CommitAsync(actor, async deed =>
    {
        if (await db.Set<BaseItemDraft>().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } draft)
        {
            return EdgeRefusals.Absent;
        }

        if (db.IsStale(draft, seen))
        {
            return WriteConflicts.Stale;
        }

        db.Remove(draft);
        deed.Happened(new("catalog.base-item-draft-discarded", "base-item", draft.Code, $"放弃全省事项 {draft.Code} 的草稿"));
        return Outcome.Done;
    }, ct);
}
