using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>A node's public list, for programs.</summary>
internal static class ListServices
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/nodes/{node}/services", async (HttpRequest request, PublicCatalog catalog, CancellationToken ct) =>
            {
                var reader = new QueryReader(request.Query);
                var query = ServiceQuery.Read(reader);
                if (reader.Refusals.Count > 0)
                {
                    return Answers.Problem(reader.Refusals);
                }

                var place = await catalog.HereAsync(ct);
                var page = query.Of(place.Items.Public);
                return new PublicAnswer<ListOf<ServiceSummary>>(new([.. page.Items.Select(ServiceSummary.Of)], page.Next), place.Items.Until);
            })
            .Produces<ListOf<ServiceSummary>>()
            .ProducesProblem(400)
            .ProducesProblem(404)
            .WithName("ListServices")
            .WithSummary("一个节点的办事清单：按文字、类别、共性或个性化查找")
            .Takes("q", "category", "kind", "cursor", "limit")
            .AtNode()
            .Allow(RouteRule.Open);

        api.MapGet("/nodes/{node}/catalog", async (PublicCatalog catalog, CancellationToken ct) =>
            {
                var place = await catalog.HereAsync(ct);
                var shown = place.Items.Public;
                return new PublicAnswer<PublishedLists>(new(
                    place.Node.Slug,
                    place.Items.Instant,
                    [.. shown.Where(item => !item.IsPersonalised).Select(ServiceSummary.Of)],
                    [.. shown.Where(item => item.IsPersonalised).Select(ServiceSummary.Of)]), place.Items.Until);
            })
            .Produces<PublishedLists>()
            .ProducesProblem(404)
            .WithName("ShowPublishedLists")
            .WithSummary("一个节点公布的两张清单：共性事项和个性化事项")
            .AtNode()
            .Allow(RouteRule.Open);
    }
}
