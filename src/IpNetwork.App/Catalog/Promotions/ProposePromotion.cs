using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.Promotions;

/// <summary>A node asks the province to take up its proven item: the proposal lies in the province's tenant, the act is recorded at both.</summary>
internal sealed class ProposePromotion(CatalogDesk desk, PublishingDesk published, NodeDirectory directory, NodeScopes scopes, UnitOfWork work, CurrentNode current)
{
    private const int Longest = 2_000;

    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost("/own-items/{code}/promotion", async (string code, PromotionText body, ProposePromotion propose, Actor actor, CancellationToken ct) =>
                await propose.HandleAsync(code, body, actor, ct) is var outcome && outcome.IsDone
                    ? TypedResults.Created(CatalogLinks.PromotionApi(await propose.ProvinceAsync(ct), outcome.Value), new DraftCreated(Guid.Parse(outcome.Value)))
                    : CatalogAnswers.Refused(outcome.Refusals))
            .Produces<DraftCreated>(201)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithName("ProposePromotion")
            .WithSummary("建议把一项特色服务升为全省事项")
            .AtNode()
            .CreatesOnce()
            .Allow(CatalogPolicy.MayProposePromotion);

    public async Task<Outcome<string>> HandleAsync(string code, PromotionText text, Actor actor, CancellationToken ct)
    {
        List<Refusal> unreadable = [.. CatalogEdge.Reason(text.Usage, "usage", Longest), .. CatalogEdge.Reason(text.Opinion, "opinion", Longest)];
        if (unreadable.Count > 0)
        {
            return Outcome.Refused<string>(unreadable);
        }

        var province = await ProvinceAsync(ct);
        return await work.CommitAsync(actor, async deed =>
        {
            var node = await published.NodeAsync(ct);
            if (node.OwnItem(code) is not { } item)
            {
                return EdgeRefusals.Absent;
            }

            var name = item.Latest.Content.Name;
            var outcome = await scopes.RunAsync(province, services => PutBeforeProvinceAsync(services, node, code, name, text, actor, ct));
            if (outcome.IsDone)
            {
                deed.Happened(new("catalog.promotion-proposed", "own-item", code, $"建议把特色服务「{name}」升为全省事项") { Detail = new { proposal = outcome.Value } });
            }

            return outcome;
        }, ct);
    }

    /// <summary>The province's own transaction. Asking the same again while an answer is due finds the same proposal, so a retry after a fault doubles nothing.</summary>
    private Task<Outcome<string>> PutBeforeProvinceAsync(
        IServiceProvider services, NodeCatalog node, string code, string name, PromotionText text, Actor actor, CancellationToken ct)
    {
        var db = services.GetRequiredService<NetworkDb>();
        return services.GetRequiredService<UnitOfWork>().CommitAsync(actor, async deed =>
        {
            await services.GetRequiredService<PublishingDesk>().TakeTurnAsync(ct);
            var origin = current.Id;
            var open = await db.Set<PromotionProposal>().AsNoTracking()
                .FirstOrDefaultAsync(p => p.OriginNodeId == origin && p.OwnItemCode == code && p.State == PromotionState.Proposed, ct);
            if (open is not null && (open.Usage != text.Usage?.Trim() || open.Opinion != text.Opinion?.Trim()))
            {
                return EdgeRefusals.AlreadyProposed(name);
            }

            var now = desk.Now;
            var proposed = PromotionProposal.Propose(current.Node.NetworkId, Guid.CreateVersion7(now), node, code, text.Usage, text.Opinion, now);
            if (!proposed.IsDone)
            {
                return Outcome.Refused<string>(proposed.Refusals);
            }

            deed.Happened(new("catalog.promotion-received", "promotion", (open?.Id ?? proposed.Value.Id).ToString(), $"收到把「{name}」升为全省事项的建议"));
            if (open is null)
            {
                db.Add(proposed.Value);
            }

            return (open?.Id ?? proposed.Value.Id).ToString();
        }, ct);
    }

    private async Task<TenantNode> ProvinceAsync(CancellationToken ct) =>
        NodeDirectory.Tenant((await directory.CurrentAsync(ct)).ById(current.Node.NetworkId) ?? throw new InvalidOperationException("The network has no province."));
}

internal sealed record PromotionText(string? Usage, string? Opinion);
