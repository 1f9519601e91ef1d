namespace IpNetwork.App.Audit;

internal static class AuditRoutes
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddScoped<ListAudit>();
        services.AddScoped<AuditPage>();
    }

    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        ListAudit.Map(api);
        AuditHead.Map(api);
    }

    public static void MapAuditPages(this IEndpointRouteBuilder app)
    {
        AuditPage.Map(app);
        ExportAudit.Map(app);
    }
}
