using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>One item at a node, now or at another instant, for programs.</summary>
internal static class ShowService
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/nodes/{node}/services/{code}", async (string code, HttpRequest request, PublicCatalog catalog, CancellationToken ct) =>
            {
                var reader = new QueryReader(request.Query);
                var at = reader.Instant("at");
                if (reader.Refusals.Count > 0)
                {
                    return Answers.Problem(reader.Refusals);
                }

                var place = await catalog.HereAsync(ct);
                return await catalog.FindAsync(place, code, at, ct) is { } item
                    ? new PublicAnswer<ServiceDetail>(ServiceDetail.Of(place, item), place.Items.Until)
                    : Answers.NotFound();
            })
            .Produces<ServiceDetail>()
            .ProducesProblem(400)
            .ProducesProblem(404)
            .WithName("ShowService")
            .WithSummary("一个事项在一个节点的全部要素，每个值写明由谁确定")
            .Takes("at")
            .AtNode()
            .Allow(RouteRule.Open);
}
