namespace IpNetwork.App.Tenancy;

internal static class TenancyServices
{
    public static void AddTenancy(this IServiceCollection services)
    {
        services.AddScoped<CurrentNode>();
        services.AddScoped<CurrentPerson>();
        services.AddScoped<RequestKey>();
        services.AddSingleton<NodeScopes>();
    }
}
