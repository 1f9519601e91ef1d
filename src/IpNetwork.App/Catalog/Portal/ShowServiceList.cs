using IpNetwork.App.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>The service list as a page: shared and personalised items, by category, searched as one types.</summary>
internal static class ShowServiceList
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/services", async (HttpContext context, PublicCatalog catalog, IShellContexts shells, CancellationToken ct) =>
            {
                var reader = new QueryReader(context.Request.Query);
                var query = ServiceQuery.Read(reader) with { Limit = PageSize };
                var place = await catalog.HereAsync(ct);
                var view = new ListedServices(context, place, query, reader).View();
                return new RazorComponentResult<ServiceList>(new { Shell = await shells.ForAsync(context, "services", ct), Model = view })
                {
                    StatusCode = reader.Refusals.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
                };
            })
            .ExcludeFromDescription()
            .AtNode()
            .Allow(RouteRule.Open);
}
