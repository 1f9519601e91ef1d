using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Plates;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Plates;

/// <summary>Plates that were prepared at the province, newest first.</summary>
internal static class ListProposals
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/nodes/{node}/plate-proposals", async (HttpRequest request, NetworkDb db, NodeDirectory directory, CancellationToken ct) =>
            {
                var query = new QueryReader(request.Query);
                var (state, before, limit) = (query.Choice<ProposalState>("state"), query.Id("cursor"), query.Limit());
                if (query.Refusals.Count > 0)
                {
                    return Answers.Problem(query.Refusals);
                }

                var found = await db.Set<PlateProposal>().AsNoTracking()
                    .Where(p => (state == null || p.State == state) && (before == null || p.Id < before))
                    .OrderByDescending(p => p.Id).Take(limit + 1).ToListAsync(ct);
                var nodes = await directory.CurrentAsync(ct);
                var page = found.Take(limit).ToList();
                return TypedResults.Ok(new ListOf<PlateProposalView>([.. page.Select(p => PlateProposalView.Of(p, nodes))], found.Count > limit ? page[^1].Id.ToString() : null));
            })
            .Produces<ListOf<PlateProposalView>>().ProducesProblem(400).ProducesProblem(403)
            .WithName("ListPlateProposals").WithSummary("起草过的牌匾：新的在前")
            .Takes("state", "cursor", "limit")
            .AtNode().Allow(PlatePolicy.See);
        api.MapGet("/nodes/{node}/plate-proposals/{id:guid}", async (Guid id, HttpContext context, NetworkDb db, NodeDirectory directory, CancellationToken ct) =>
            {
                var found = await db.Set<PlateProposal>().AsNoTracking().Where(p => p.Id == id).Select(p => new { Proposal = p, Version = EF.Property<uint>(p, "xmin") }).SingleOrDefaultAsync(ct);
                if (found is null)
                {
                    return Answers.NotFound();
                }

                ETags.Send(context, found.Version);
                return TypedResults.Ok(PlateProposalView.Of(found.Proposal, await directory.CurrentAsync(ct)));
            })
            .Produces<PlateProposalView>().ProducesProblem(403).ProducesProblem(404)
            .WithName("ShowPlateProposal").WithSummary("一份起草的牌匾，连同决定所需的 ETag")
            .AtNode().Allow(PlatePolicy.See);
    }
}

internal sealed record PlateProposalView(Guid Id, string Node, PlateKind Kind, string Text, string Rule, IReadOnlyDictionary<string, string> RuleInputs, DateOnly IssuedOn, string DocumentNumber, ProposalState State)
{
    public required string? Function { get; init; }
    public required string? BodyName { get; init; }
    public required string? BodyUscc { get; init; }
    public required string? Duties { get; init; }
    public required string PreparedBy { get; init; }
    public required DateTimeOffset PreparedAt { get; init; }
    public required string? DecidedBy { get; init; }
    public required DateTimeOffset? DecidedAt { get; init; }
    public required string? Opinion { get; init; }
    public required string? Number { get; init; }

    public static PlateProposalView Of(PlateProposal proposal, NodeDirectory.Snapshot nodes) => new(
        proposal.Id, nodes.ById(proposal.SubjectNodeId)?.Slug ?? "", proposal.Kind, proposal.Text, proposal.Rule, proposal.Inputs.Values, proposal.IssuedOn, proposal.DocumentNumber, proposal.State)
    {
        Function = proposal.Function,
        BodyName = proposal.BodyName,
        BodyUscc = proposal.BodyUscc,
        Duties = proposal.Duties,
        PreparedBy = proposal.PreparedByName,
        PreparedAt = proposal.PreparedAt,
        DecidedBy = proposal.DecidedByName,
        DecidedAt = proposal.DecidedAt,
        Opinion = proposal.Opinion,
        Number = proposal.Number,
    };
}
