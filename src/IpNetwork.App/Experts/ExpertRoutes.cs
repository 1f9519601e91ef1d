namespace IpNetwork.App.Experts;

internal static class ExpertRoutes
{
    public static void AddExperts(this IServiceCollection services)
    {
        services.AddScoped<ExpertDesk>();
        services.AddScoped<ListExperts>();
        services.AddScoped<KeepExpert>();
        services.AddScoped<AssignExpert>();
        services.AddScoped<ExpertPages>();
    }

    public static void MapExperts(this IEndpointRouteBuilder api)
    {
        var node = api.MapGroup("/nodes/{node}");
        ListExperts.Map(node);
        KeepExpert.Map(node);
        AssignExpert.Map(node);
    }

    public static void MapExpertPages(this IEndpointRouteBuilder app) => ExpertPages.Map(app);
}
