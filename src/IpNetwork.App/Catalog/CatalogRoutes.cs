using IpNetwork.App.Catalog.BaseItems;
using IpNetwork.App.Catalog.Offerings;
using IpNetwork.App.Catalog.OwnItems;
using IpNetwork.App.Catalog.Promotions;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog;

/// <summary>The workbench's catalog: what a node offers, its own items, the province's items, and what goes from one to the other.</summary>
internal static class CatalogRoutes
{
    public static void AddCatalogWorkbench(this IServiceCollection services)
    {
        services.AddScoped<CatalogDesk>();
        services.AddScoped<PublishingDesk>();
        services.AddScoped<ListOfferings>();
        services.AddScoped<IToDoList, UnreadyOfferings>();
        services.AddScoped<ShowOffering>();
        services.AddScoped<EditOffering>();
        services.AddScoped<DiscardOffering>();
        services.AddScoped<PublishOffering>();
        services.AddScoped<ListConflicts>();
        services.AddScoped<DecideConflict>();
        services.AddScoped<ListOwnItems>();
        services.AddScoped<StartOwnItem>();
        services.AddScoped<ShowOwnItemDraft>();
        services.AddScoped<EditOwnItem>();
        services.AddScoped<DiscardOwnItem>();
        services.AddScoped<PublishOwnItem>();
        services.AddScoped<TurnOwnItem>();
        services.AddScoped<ListBaseItems>();
        services.AddScoped<StartBaseItem>();
        services.AddScoped<ShowBaseItemDraft>();
        services.AddScoped<EditBaseItem>();
        services.AddScoped<DiscardBaseItem>();
        services.AddScoped<PublishBaseItem>();
        services.AddScoped<TurnBaseItem>();
        services.AddScoped<ListBaseItemVersions>();
        services.AddScoped<TryBaseItem>();
        services.AddScoped<CompareBaseItem>();
        services.AddScoped<ListPromotions>();
        services.AddScoped<ProposePromotion>();
        services.AddScoped<DecidePromotion>();
        services.AddScoped<CatalogPages>();
        services.AddScoped<OfferingPages>();
        services.AddScoped<OwnItemPages>();
        services.AddScoped<OwnStatePages>();
        services.AddScoped<BaseItemPages>();
        services.AddScoped<BaseStatePages>();
        services.AddScoped<DifferencePages>();
        services.AddScoped<PromotionPages>();
    }

    public static void MapCatalogWorkbench(this IEndpointRouteBuilder api)
    {
        var node = api.MapGroup("/nodes/{node}");
        ListOfferings.Map(node);
        ShowOffering.Map(node);
        EditOffering.Map(node);
        DiscardOffering.Map(node);
        PublishOffering.Map(node);
        ListConflicts.Map(node);
        DecideConflict.Map(node);

        ListOwnItems.Map(node);
        StartOwnItem.Map(node);
        ShowOwnItemDraft.Map(node);
        EditOwnItem.Map(node);
        DiscardOwnItem.Map(node);
        PublishOwnItem.Map(node);
        TurnOwnItem.Map(node);

        ListBaseItems.Map(node);
        StartBaseItem.Map(node);
        ShowBaseItemDraft.Map(node);
        EditBaseItem.Map(node);
        DiscardBaseItem.Map(node);
        PublishBaseItem.Map(node);
        TurnBaseItem.Map(node);
        TryBaseItem.Map(node);
        ListBaseItemVersions.Map(node);
        CompareBaseItem.Map(node);

        ListPromotions.Map(node);
        ProposePromotion.Map(node);
        DecidePromotion.Map(node);
    }

    /// <summary>The same rooms as pages; the province's own list and the node's share an address.</summary>
    public static void MapCatalogPages(this IEndpointRouteBuilder app)
    {
        var catalog = app.MapGroup("/workbench/catalog").AtNode().ExcludeFromDescription();
        catalog.MapGet("", (HttpContext context, CurrentNode current, OfferingPages offerings, BaseItemPages items, Actor actor) =>
                current.Node.Kind is NodeKind.Province ? items.IndexAsync(context, actor) : offerings.IndexAsync(context, actor))
            .Allow(RouteRule.Members);
        catalog.MapGet("/export", (HttpContext context, CurrentNode current, OfferingPages offerings, BaseItemPages items, Actor actor) =>
                current.Node.Kind is NodeKind.Province ? items.ExportAsync(context, actor) : offerings.ExportAsync(context, actor))
            .Allow(RouteRule.Members);
        catalog.MapGet("/{code}", async (string code, HttpContext context, CurrentNode current, OfferingPages offerings, OwnItemPages own, BaseItemPages items, Actor actor) =>
                current.Node.Kind is NodeKind.Province ? await items.OpenAsync(code, context, actor)
                    : await own.OpenAsync(code, context, actor) ?? await offerings.OpenAsync(code, context, actor))
            .Allow(RouteRule.Members);
        OfferingPages.Map(catalog);
        OwnItemPages.Map(catalog);
        OwnStatePages.Map(catalog);
        BaseItemPages.Map(catalog);
        BaseStatePages.Map(catalog);
        DifferencePages.Map(catalog);
        PromotionPages.Map(catalog);
    }
}
