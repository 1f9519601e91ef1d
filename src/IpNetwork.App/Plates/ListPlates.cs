using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Plates;

/// <summary>The register for programs: the plates of a node and of those below it.</summary>
internal sealed class ListPlates(PlateBook book, NodeDirectory directory, CurrentNode current)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/nodes/{node}/plates", async (HttpRequest request, ListPlates list, CancellationToken ct) => await list.HandleAsync(new QueryReader(request.Query), ct))
            .Produces<ListOf<PlateView>>().ProducesProblem(400).ProducesProblem(404)
            .WithName("ListPlates")
            .WithSummary("牌匾登记册：本节点和下属节点的，按编号排列；q 找文字或编号")
            .Takes("q", "kind", "status", "cursor", "limit")
            .AtNode()
            .Allow(PlatePolicy.Check);
        api.MapGet("/nodes/{node}/plates/{number}", async (string number, HttpContext context, ListPlates list, CancellationToken ct) => await list.OneAsync(number, context, ct))
            .Produces<PlateView>().ProducesProblem(404)
            .WithName("ShowPlate")
            .WithSummary("一块牌匾：是否有效、日期和历史，连同变更所需的 ETag")
            .AtNode()
            .Allow(PlatePolicy.Check);
    }

    private async Task<IResult> HandleAsync(QueryReader query, CancellationToken ct)
    {
        var filter = PlateFilter.Read(query) with { Below = current.Id };
        if (query.Refusals.Count > 0)
        {
            return Answers.Problem(query.Refusals);
        }

        var found = await filter.Page(await book.FoundAsync(filter, ct)).ToListAsync(ct);
        var nodes = await directory.CurrentAsync(ct);
        var page = found.Take(filter.Limit).ToList();
        return TypedResults.Ok(new ListOf<PlateView>([.. page.Select(plate => PlateView.Of(plate, nodes))], found.Count > filter.Limit ? page[^1].Number : null));
    }

    private async Task<IResult> OneAsync(string number, HttpContext context, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        if (await book.VersionedAsync(number, ct) is not var (plate, version) || nodes.ById(plate.NodeId) is not { } node || !current.Node.Path.Covers(node.PathValue()))
        {
            return Answers.NotFound();
        }

        ETags.Send(context, version);
        return TypedResults.Ok(PlateView.Of(plate, nodes));
    }
}
