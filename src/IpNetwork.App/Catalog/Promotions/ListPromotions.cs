using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.Promotions;

/// <summary>Proposals before the province; a node finds its own there and no other's.</summary>
internal sealed class ListPromotions(NodeDirectory directory, NetworkDb db, NodeScopes scopes, CurrentNode current)
{
    public static void Map(IEndpointRouteBuilder node)
    {
        node.MapGet("/promotions", async (ListPromotions list, CancellationToken ct) => TypedResults.Ok(new ListOf<PromotionProposalView>(await list.ViewAsync(await list.HandleAsync(ct), ct), null)))
            .Produces<ListOf<PromotionProposalView>>()
            .WithName("ListPromotions")
            .WithSummary("升格建议")
            .AtNode()
            .Allow(CatalogPolicy.MaySeePromotions);
        node.MapGet("/promotions/{id:guid}", async (Guid id, HttpContext context, ListPromotions list, CancellationToken ct) => await list.OneAsync(id, context, ct))
            .Produces<PromotionProposalView>()
            .ProducesProblem(404)
            .WithName("ShowPromotion")
            .WithSummary("一份升格建议")
            .AtNode()
            .Allow(CatalogPolicy.MaySeePromotions);
    }

    public async Task<IReadOnlyList<PromotionProposal>> HandleAsync(CancellationToken ct)
    {
        if (current.Node.Kind is NodeKind.Province)
        {
            return await db.Set<PromotionProposal>().AsNoTracking().OrderByDescending(p => p.ProposedAt).ToListAsync(ct);
        }

        var nodes = await directory.CurrentAsync(ct);
        var (origin, province) = (current.Id, nodes.ById(current.Node.NetworkId) ?? throw new InvalidOperationException("The network has no province."));
        return await scopes.RunAsync(NodeDirectory.Tenant(province), services => services.GetRequiredService<NetworkDb>().Set<PromotionProposal>().AsNoTracking()
            .Where(p => p.OriginNodeId == origin).OrderByDescending(p => p.ProposedAt).ToListAsync(ct));
    }

    public async Task<(PromotionProposal Proposal, uint Version)?> FindAsync(Guid id, CancellationToken ct) =>
        await db.Set<PromotionProposal>().SingleOrDefaultAsync(p => p.Id == id, ct) is { } proposal ? (proposal, db.VersionOf(proposal)) : null;

    private async Task<IResult> OneAsync(Guid id, HttpContext context, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } found)
        {
            return Answers.NotFound();
        }

        ETags.Send(context, found.Version);
        return TypedResults.Ok((await ViewAsync([found.Proposal], ct))[0]);
    }

    private async Task<IReadOnlyList<PromotionProposalView>> ViewAsync(IReadOnlyList<PromotionProposal> proposals, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        return [.. proposals.Select(p => PromotionProposalView.Of(p, nodes.ById(p.OriginNodeId)?.Slug ?? ""))];
    }
}

internal sealed record PromotionProposalView(Guid Id, string Origin, string OwnItemCode, int OwnItemVersion, ItemContent Content, string Usage, string? Opinion, PromotionState State, DateTimeOffset ProposedAt)
{
    public required DateTimeOffset? DecidedAt { get; init; }
    public required string? DecisionReason { get; init; }
    public required string? AdoptedCode { get; init; }

    public static PromotionProposalView Of(PromotionProposal proposal, string origin) => new(
        proposal.Id, origin, proposal.OwnItemCode, proposal.OwnItemVersion, proposal.Content, proposal.Usage, proposal.Opinion, proposal.State, proposal.ProposedAt)
    {
        DecidedAt = proposal.DecidedAt,
        DecisionReason = proposal.DecisionReason,
        AdoptedCode = proposal.AdoptedCode,
    };
}
