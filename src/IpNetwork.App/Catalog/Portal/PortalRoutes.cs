namespace IpNetwork.App.Catalog.Portal;

internal static class PortalRoutes
{
    public static void AddCatalogPortal(this IServiceCollection services) => services.AddScoped<PublicCatalog>();

    public static void MapCatalogPortalApi(this IEndpointRouteBuilder api)
    {
        ListServices.Map(api);
        ShowService.Map(api);
    }

    public static void MapCatalogPortal(this IEndpointRouteBuilder app)
    {
        ShowFront.Map(app);
        ShowServiceList.Map(app);
        ShowGuide.Map(app);
    }
}
