using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.BaseItems;

internal sealed class EditBaseItem(CatalogDesk desk, NetworkDb db, UnitOfWork work)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPut("/base-items/drafts/{id:guid}", async (Guid id, BaseItemText body, IfMatch seen, HttpContext context, EditBaseItem edit, Actor actor, CancellationToken ct) =>
                CatalogAnswers.Saved(context, await edit.HandleAsync(id, body, seen, actor, ct)))
            .Produces(204)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .ProducesProblem(428)
            .WithName("EditBaseItem")
            .WithSummary("修改全省事项草稿")
            .AtNode()
            .Allow(CatalogPolicy.MayEditBaseItems);

    public async Task<Outcome<uint>> HandleAsync(Guid id, BaseItemText text, IfMatch seen, Actor actor, CancellationToken ct)
    {
        if (text.Check() is { Count: > 0 } unreadable)
        {
            return Outcome.Refused<uint>(unreadable);
        }

        BaseItemDraft? draft = null;
        var outcome = await work.CommitAsync(actor, async deed =>
        {
            draft = await db.Set<BaseItemDraft>().SingleOrDefaultAsync(d => d.Id == id, ct);
            if (draft is null)
            {
                return EdgeRefusals.Absent;
            }

            if (db.IsStale(draft, seen))
            {
                return WriteConflicts.Stale;
            }

            var written = draft.Write(text.Content ?? draft.Content, text.Reason ?? draft.Reason, desk.Now);
            if (written.IsDone)
            {
                deed.Happened(new("catalog.base-item-drafted", "base-item", draft.Code, $"修改全省事项「{draft.Content.Name}」的草稿"));
            }

            return written;
        }, ct);
        return outcome.IsDone && draft is not null ? db.VersionOf(draft) : Outcome.Refused<uint>(outcome.Refusals);
    }
}
