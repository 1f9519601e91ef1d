using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.Promotions;

/// <summary>The province takes a proposal up as a draft of its own, or declines it with its reason.</summary>
internal sealed class DecidePromotion(CatalogDesk desk, PublishingDesk published, NetworkDb db, UnitOfWork work)
{
    public static void Map(IEndpointRouteBuilder node)
    {
        node.MapPost("/promotions/{id:guid}/adoption", async (Guid id, AdoptionText body, CurrentNode current, DecidePromotion decide, Actor actor, CancellationToken ct) =>
                CatalogAnswers.Drafted(draft => CatalogLinks.BaseDraftApi(current.Node, draft), await decide.AdoptAsync(id, body, null, actor, ct)))
            .Produces<DraftCreated>(201)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithName("AdoptPromotion")
            .WithSummary("采纳升格建议，成为全省事项的草稿")
            .AtNode()
            .CreatesOnce()
            .Allow(CatalogPolicy.MayDecidePromotions);
        node.MapPost("/promotions/{id:guid}/refusal", async (Guid id, AdoptionText body, DecidePromotion decide, Actor actor, CancellationToken ct) =>
                CatalogAnswers.Done(await decide.DeclineAsync(id, body.Reason, null, actor, ct)))
            .Produces(204)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithName("DeclinePromotion")
            .WithSummary("不采纳升格建议")
            .AtNode()
            .CreatesOnce()
            .Allow(CatalogPolicy.MayDecidePromotions);
    }

    public async Task<Outcome<string>> AdoptAsync(Guid id, AdoptionText text, IfMatch? seen, Actor actor, CancellationToken ct)
    {
        List<Refusal> unreadable = [.. CatalogEdge.Code(text.Code), .. CatalogEdge.Reason(text.Reason)];
        if (unreadable.Count > 0)
        {
            return Outcome.Refused<string>(unreadable);
        }

        var code = (text.Code ?? "").Trim();
        return await work.CommitAsync(actor, async deed =>
        {
            await published.TakeTurnAsync(ct);
            if (await db.Set<PromotionProposal>().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } proposal)
            {
                return EdgeRefusals.Absent;
            }

            if (db.IsStale(proposal, seen))
            {
                return WriteConflicts.Stale;
            }

            if (await db.Set<BaseItemDraft>().AnyAsync(d => d.Code == code, ct))
            {
                return EdgeRefusals.DraftExists(code);
            }

            var draft = proposal.Adopt(code, await published.BaseAsync(ct), text.Reason, desk.Now, Guid.CreateVersion7(desk.Now));
            if (!draft.IsDone)
            {
                return Outcome.Refused<string>(draft.Refusals);
            }

            db.Add(draft.Value);
            deed.Happened(new("catalog.promotion-adopted", "promotion", id.ToString(), $"采纳「{proposal.Content.Name}」的升格建议，起草为 {code}") { Reason = text.Reason });
            return draft.Value.Id.ToString();
        }, ct);
    }

    public async Task<Outcome> DeclineAsync(Guid id, string? reason, IfMatch? seen, Actor actor, CancellationToken ct)
    {
        if (CatalogEdge.Reason(reason) is { Count: > 0 } unreadable)
        {
            return Outcome.Refused(unreadable);
        }

        return await work.CommitAsync(actor, async deed =>
        {
            if (await db.Set<PromotionProposal>().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } proposal)
            {
                return EdgeRefusals.Absent;
            }

            if (db.IsStale(proposal, seen))
            {
                return WriteConflicts.Stale;
            }

            var declined = proposal.Decline(reason, desk.Now);
            if (declined.IsDone)
            {
                deed.Happened(new("catalog.promotion-declined", "promotion", id.ToString(), $"不采纳「{proposal.Content.Name}」的升格建议") { Reason = reason });
            }

            return declined;
        }, ct);
    }
}

/// <param name="Code">The code the item is to have in the province's catalog.</param>
internal sealed record AdoptionText(string? Code, string? Reason);
