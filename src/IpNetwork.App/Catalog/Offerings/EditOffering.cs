using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.Offerings;

/// <summary>Writes the node's draft over a province item. The first writing begins it, later ones name the version they saw.</summary>
internal sealed class EditOffering(CatalogDesk desk, NetworkDb db, UnitOfWork work, CurrentNode current)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPut("/offerings/{code}/draft", async (string code, OfferingChanges body, HttpContext context, EditOffering edit, Actor actor, CancellationToken ct) =>
                CatalogAnswers.Saved(context, await edit.HandleAsync(code, body, await IfMatch.FindAsync(context), actor, ct)))
            .Produces(204)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .ProducesProblem(428)
            .WithName("EditOffering")
            .WithSummary("写本节点的草稿：本地要素和收紧。首次写不带 If-Match，以后要带")
            .AtNode()
            .Allow(CatalogPolicy.MayEditOfferings);

    public async Task<Outcome<uint>> HandleAsync(string code, OfferingChanges changes, IfMatch? seen, Actor actor, CancellationToken ct)
    {
        List<Refusal> unreadable = [.. CatalogEdge.Changes(changes.Changes, current.Node.Kind), .. CatalogEdge.Reason(changes.Reason)];
        if (unreadable.Count > 0)
        {
            return Outcome.Refused<uint>(unreadable);
        }

        var history = (await desk.ProvinceAsync(ct)).History(code);
        if ((history?.At(desk.Now) ?? history?.NextAfter(desk.Now)) is not { } item || !item.Content.TargetKinds.Contains(current.Node.Kind))
        {
            return EdgeRefusals.Absent;
        }

        OfferingDraft? draft = null;
        var outcome = await work.CommitAsync(actor, async deed =>
        {
            draft = await db.Set<OfferingDraft>().SingleOrDefaultAsync(d => d.ItemCode == code, ct);
            if (draft is not null && (seen ?? throw new VersionMissingException()) is var version && db.IsStale(draft, version) || draft is null && seen is not null)
            {
                return WriteConflicts.Stale;
            }

            if (draft is null)
            {
                var latest = (await desk.CatalogAsync(ct)).NodeCatalog.Offering(code)?.Latest;
                draft = OfferingDraft.Start(current.Id, Guid.CreateVersion7(desk.Now), code, latest, desk.Now);
                db.Add(draft);
            }

            var applied = draft.Apply(item.Content, changes.Changes, desk.Now);
            if (!applied.IsDone)
            {
                return applied;
            }

            draft.Explain(changes.Reason ?? draft.Reason, desk.Now);
            deed.Happened(new("catalog.offering-drafted", "offering", code, $"修改「{item.Content.Name}」的本地草稿")
            {
                Detail = new { fields = changes.Changes.Select(change => change.Field) },
            });
            return Outcome.Done;
        }, ct);
        return outcome.IsDone && draft is not null ? db.VersionOf(draft) : Outcome.Refused<uint>(outcome.Refusals);
    }
}

internal sealed record OfferingChanges(IReadOnlyList<FieldChange> Changes, string? Reason = null);
