using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.OwnItems;

internal sealed class EditOwnItem(CatalogDesk desk, NetworkDb db, UnitOfWork work, CurrentNode current)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPut("/own-items/{id:guid}", async (Guid id, OwnItemText body, IfMatch seen, HttpContext context, EditOwnItem edit, Actor actor, CancellationToken ct) =>
                CatalogAnswers.Saved(context, await edit.HandleAsync(id, body, seen, actor, ct)))
            .Produces(204)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .ProducesProblem(428)
            .WithName("EditOwnItem")
            .WithSummary("修改特色服务草稿")
            .AtNode()
            .Allow(CatalogPolicy.MayEditOwnItems);

    public async Task<Outcome<uint>> HandleAsync(Guid id, OwnItemText text, IfMatch seen, Actor actor, CancellationToken ct)
    {
        if (text.Check(current.Node.Kind) is { Count: > 0 } unreadable)
        {
            return Outcome.Refused<uint>(unreadable);
        }

        var province = await desk.ProvinceAsync(ct);
        OwnItemDraft? draft = null;
        var outcome = await work.CommitAsync(actor, async deed =>
        {
            draft = await db.Set<OwnItemDraft>().SingleOrDefaultAsync(d => d.Id == id, ct);
            if (draft is null)
            {
                return EdgeRefusals.Absent;
            }

            if (db.IsStale(draft, seen))
            {
                return WriteConflicts.Stale;
            }

            var written = draft.Write(text.Content ?? draft.Content, text.Local ?? [], text.SharedDownward ?? draft.SharedDownward, text.Reason ?? draft.Reason, province, desk.Now);
            if (written.IsDone)
            {
                deed.Happened(new("catalog.own-item-drafted", "own-item", draft.Code, $"修改特色服务「{draft.Content.Name}」的草稿"));
            }

            return written;
        }, ct);
        return outcome.IsDone && draft is not null ? db.VersionOf(draft) : Outcome.Refused<uint>(outcome.Refusals);
    }
}
