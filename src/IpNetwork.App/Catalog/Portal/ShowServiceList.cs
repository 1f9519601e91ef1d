using IpNetwork.App.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>The service list as a page: shared and personalised items, by category, searched as one types.</summary>
internal static class ShowServiceList
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/services", HandleAsync)
            .ExcludeFromDescription()
            .AtNode()
            .Allow(RouteRule.Open);

    private static async Task<IResult> HandleAsync(HttpContext context, PublicCatalog catalog, IShellContexts shells, FinishedPages pages, CancellationToken ct)
    {
        var reader = new QueryReader(context.Request.Query);
        var query = ServiceQuery.Read(reader) with { Limit = PageSize };
        var place = await catalog.HereAsync(ct);
        return reader.Refusals.Count > 0
            ? new RazorComponentResult<ServiceList>(await PageAsync()) { StatusCode = StatusCodes.Status400BadRequest }
            : await pages.AnswerAsync<ServiceList>(context, [place.Items, place.Nodes, place.Settings], PageAsync);

        async Task<Dictionary<string, object?>> PageAsync() => new()
        {
            ["Shell"] = await shells.ForAsync(context, "services", ct),
            ["Model"] = new ListedServices(context, place, query, reader).View(),
        };
    }
}
