using IpNetwork.App.Data;
using IpNetwork.App.Shell;

namespace IpNetwork.App.Nodes;

internal static class NodeRoutes
{
    public static void AddNodes(this IServiceCollection services)
    {
        services.AddScoped<ListNodes>();
        services.AddScoped<ShowHistory>();
        services.AddScoped<LookDown>();
        services.AddScoped<NetworkNaming>();
        services.AddScoped<FoundNode>();
        services.AddScoped<ShowLife>();
        services.AddScoped<INodeLife, NodeLife>();
        services.AddSingleton<IEventHandler, FoundAccepted>();
        services.AddScoped<IToDoList, FoundingToDos>();
        services.AddScoped<NodeOrders>();
        services.AddScoped<OrderExecution>();
        services.AddScoped<NodeActPages>();
    }

    public static void MapNodes(this IEndpointRouteBuilder api)
    {
        ListNodes.Map(api);
        ShowNode.Map(api);
        ShowHistory.Map(api);
        ShowLife.Map(api);
        LookDown.Map(api);
        OrderRoutes.Map(api);
    }

    public static void MapNodePages(this IEndpointRouteBuilder app)
    {
        NetworkTreePage.Map(app);
        ShowLife.MapPages(app);
        NodeActPages.Map(app);
        FoundNodePage.Map(app);
    }
}
