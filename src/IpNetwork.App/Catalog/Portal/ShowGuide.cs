using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>The service guide as a page.</summary>
internal static class ShowGuide
{
    private const int MostElsewhere = 4;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/services/{code}", HandleAsync)
            .ExcludeFromDescription()
            .AtNode()
            .Allow(RouteRule.Open);

    private static async Task<IResult> HandleAsync(string code, HttpContext context, PublicCatalog catalog, IShellContexts shells, CancellationToken ct)
    {
        var reader = new QueryReader(context.Request.Query);
        var at = reader.Instant("at");
        if (reader.Refusals.Count > 0)
        {
            context.Features.Set(reader.Refusals[0]);
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var place = await catalog.HereAsync(ct);
        if (await catalog.FindAsync(place, code, at, ct) is not { } item)
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        IReadOnlyList<(Domain.Nodes.Node, EffectiveItem)> elsewhere = item is { State: ItemState.InUse, IsLocalised: false, IsPersonalised: false }
            ? await catalog.ElsewhereAsync(place, code, MostElsewhere, ct)
            : [];
        DateOnly? day = at is { } instant ? ChinaTime.DayOf(instant) : null;
        return new RazorComponentResult<GuidePage>(new
        {
            Shell = await shells.ForAsync(context, "services", ct),
            Model = new Guide(context, place, item).View(day, elsewhere),
        });
    }
}
