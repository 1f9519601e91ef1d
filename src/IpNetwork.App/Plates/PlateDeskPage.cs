using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Plates;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Plates;

/// <summary>The province's desk for plates: what waits for an answer, who waits for a plate, and what hangs.</summary>
internal sealed class PlateDeskPage(NetworkDb db, PlateDesk desk, PlateBook book, NodeDirectory directory, CurrentNode current, IShellContexts shells)
{
    public const string Tab = "plates";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(PlateLinks.Workbench, (HttpContext context, PlateDeskPage page, Actor actor, CancellationToken ct) => page.ShowAsync(context, actor, ct))
            .ExcludeFromDescription().AtNode().Allow(PlatePolicy.See);

    private async Task<IResult> ShowAsync(HttpContext context, Actor actor, CancellationToken ct)
    {
        var query = new QueryReader(context.Request.Query);
        var filter = PlateFilter.Read(query);
        if (query.Refusals.Count > 0)
        {
            context.Features.Set(query.Refusals[0]);
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var nodes = await directory.CurrentAsync(ct);
        var proposals = await db.Set<PlateProposal>().AsNoTracking().OrderByDescending(p => p.PreparedAt).Take(QueryReader.MaxLimit).ToListAsync(ct);
        var found = await book.FoundAsync(filter, ct);
        var rows = await filter.Page(found).ToListAsync(ct);
        var page = rows.Take(filter.Limit).ToList();
        var mayPrepare = PlatePolicy.Prepare.LetsIn(actor.Roles);
        var href = PlateLinks.Desk(context);
        return new RazorComponentResult<PlateDeskView>(new
        {
            Shell = await shells.ForAsync(context, Tab, ct),
            Model = new PlateDeskModel
            {
                Open = [.. proposals.Where(p => p.State is ProposalState.Prepared).Select(p => Row(context, p, nodes))],
                Decided = [.. proposals.Where(p => p.State is not ProposalState.Prepared).Take(QueryReader.DefaultLimit).Select(p => Row(context, p, nodes))],
                Waiting = [.. await WaitingAsync(context, nodes, proposals, mayPrepare, ct)],
                ListHref = href,
                Query = filter.Text ?? "",
                Rows = [.. page.Select(plate => new PlateRow(new(plate.Text, PlateLinks.Hanging(context, plate.Number)), plate.Number, PlateWords.Of(plate.Kind), PlateWords.Status(plate))
                {
                    Node = nodes.ById(plate.NodeId) is { } node ? new(node.ShortName, context.HrefTo(node)) : null,
                    IssuedOn = plate.IssuedOn,
                    TakenDownOn = plate.TakenDownOn,
                    IsSample = plate.IsSample,
                    Holder = plate.BodyName,
                })],
                Pages = new(page.Count, await found.CountAsync(ct), filter.After is null ? null : Link(null), rows.Count > page.Count ? Link(page[^1].Number) : null) { Unit = "块" },
                AwardHref = mayPrepare ? PlateLinks.New(context, PlateKind.Function) : null,
                ExportHref = context.Request.PathBase + PlateLinks.Export,
            },
        });

        string Link(string? cursor) => href + QueryString.Create(new Dictionary<string, string?> { ["q"] = filter.Text, ["cursor"] = cursor }.Where(p => p.Value is not null));
    }

    /// <summary>Qualified nodes, and those that lost their plate with their old name.</summary>
    private async Task<IEnumerable<WaitingRow>> WaitingAsync(HttpContext context, NodeDirectory.Snapshot nodes, List<PlateProposal> proposals, bool mayPrepare, CancellationToken ct)
    {
        var register = await desk.RegisterAsync(ct);
        var busy = proposals.Where(p => p is { State: ProposalState.Prepared, Kind: PlateKind.Platform }).Select(p => p.SubjectNodeId).ToHashSet();
        return nodes.All.Where(n => n.NetworkId == current.Id && n.Kind is not NodeKind.Province && !busy.Contains(n.Id))
            .Where(n => n.Status is NodeStatus.Qualified || (n.IsOpenToPublic && register.At(n.Id).AwaitsReplacement))
            .OrderBy(n => n.FoundedOn)
            .Select(n => new WaitingRow(new(n.ShortName, context.HrefTo(n)), n.OfficialName, NodeWords.Of(n.Kind), NodeWords.Status(n.Status), n.FoundedOn, mayPrepare ? PlateLinks.New(context, PlateKind.Platform, n.Slug) : null));
    }

    private static ProposalRow Row(HttpContext context, PlateProposal proposal, NodeDirectory.Snapshot nodes) =>
        new(new(proposal.Text, PlateLinks.Proposal(context, proposal.Id)), PlateWords.Of(proposal.Kind), nodes.ById(proposal.SubjectNodeId)?.ShortName ?? "", proposal.IssuedOn, proposal.PreparedByName, PlateWords.Status(proposal.State))
        {
            DecidedBy = proposal.DecidedByName,
            Number = proposal.Number,
        };
}

public sealed record PlateDeskModel
{
    public required IReadOnlyList<ProposalRow> Open { get; init; }

    public required IReadOnlyList<ProposalRow> Decided { get; init; }

    public required IReadOnlyList<WaitingRow> Waiting { get; init; }

    public required string ListHref { get; init; }

    public required string Query { get; init; }

    public required IReadOnlyList<PlateRow> Rows { get; init; }

    public required PagerView Pages { get; init; }

    public required string? AwardHref { get; init; }

    public required string ExportHref { get; init; }
}

public sealed record ProposalRow(LinkView Plate, string Kind, string Node, DateOnly IssuedOn, string PreparedBy, StatusView Status)
{
    public string? DecidedBy { get; init; }

    public string? Number { get; init; }
}

/// <param name="PrepareHref">Null for those who only look.</param>
public sealed record WaitingRow(LinkView Node, string? OfficialName, string Kind, StatusView Status, DateOnly FoundedOn, string? PrepareHref);
