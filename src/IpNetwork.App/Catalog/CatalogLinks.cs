using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Catalog;

/// <summary>Every address of this room, as methods.</summary>
internal static class CatalogLinks
{
    public static string OfferingApi(TenantNode node, string code) => $"{Api(node)}/offerings/{Part(code)}";

    public static string OwnItemApi(TenantNode node, string tail) => $"{Api(node)}/own-items/{Part(tail)}";

    public static string BaseItemApi(TenantNode node, string code) => $"{Api(node)}/base-items/{Part(code)}";

    public static string BaseDraftApi(TenantNode node, string id) => $"{Api(node)}/base-items/drafts/{Part(id)}";

    public static string PromotionApi(TenantNode province, string id) => $"{Api(province)}/promotions/{Part(id)}";

    /// <summary>Pages stand under the node's own path, which is the request's path base.</summary>
    public static string Index(HttpContext at) => Page(at, "");

    public static string Item(HttpContext at, string code) => Page(at, $"/{Part(code)}");

    public static string Publish(HttpContext at, string code, DateOnly? on = null) => Page(at, $"/{Part(code)}/publish{On(on)}");

    public static string Versions(HttpContext at, string code) => Page(at, $"/{Part(code)}/versions");

    public static string State(HttpContext at, string code, string noun) => Page(at, $"/{Part(code)}/{noun}");

    public static string Discard(HttpContext at, string code) => Page(at, $"/{Part(code)}/discard");

    public static string Conflicts(HttpContext at) => Page(at, "/conflicts");

    public static string Differences(HttpContext at, string? code = null) => Page(at, code is null ? "/differences" : $"/differences?item={Part(code)}");

    public static string DifferenceSheet(HttpContext at, string code) => Page(at, $"/differences/export?item={Part(code)}");

    public static string Sheet(HttpContext at) => Page(at, "/export");

    public static string NewBaseItem(HttpContext at) => Page(at, "/new");

    public static string BaseDraft(HttpContext at, Guid id) => Page(at, $"/drafts/{id}");

    public static string WhatIf(HttpContext at, Guid id, DateOnly? on) => Page(at, $"/drafts/{id}/what-if{On(on)}");

    public static string PublishBase(HttpContext at, Guid id, DateOnly? on) => Page(at, $"/drafts/{id}/publish{On(on)}");

    public static string DiscardBase(HttpContext at, Guid id) => Page(at, $"/drafts/{id}/discard");

    public static string NewOwnItem(HttpContext at) => Page(at, "/own/new");

    public static string OwnDraft(HttpContext at, Guid id) => Page(at, $"/own/{id}");

    public static string PublishOwn(HttpContext at, Guid id, DateOnly? on) => Page(at, $"/own/{id}/publish{On(on)}");

    /// <summary>A published own item taken up again.</summary>
    public static string ReviseOwn(HttpContext at, string code) => Page(at, $"/own/{Part(code)}/draft");

    public static string DiscardOwn(HttpContext at, Guid id) => Page(at, $"/own/{id}/discard");

    public static string OwnVersions(HttpContext at, string code) => Page(at, $"/own/{Part(code)}/versions");

    public static string OwnState(HttpContext at, string code, string noun) => Page(at, $"/own/{Part(code)}/{noun}");

    public static string Propose(HttpContext at, string code) => Page(at, $"/own/{Part(code)}/promotion");

    public static string Promotions(HttpContext at) => Page(at, "/promotions");

    public static string Promotion(HttpContext at, Guid id) => Page(at, $"/promotions/{id}");

    /// <summary>The same item as the public reads it here.</summary>
    public static string Guide(HttpContext at, string code) => $"{at.Request.PathBase}/services/{Part(code)}";

    private static string Page(HttpContext at, string tail) => $"{at.Request.PathBase}/workbench/catalog{tail}";

    private static string On(DateOnly? day) => day is { } on ? $"?effectiveOn={on:yyyy-MM-dd}" : "";

    private static string Api(TenantNode node) => $"/api/v1/nodes/{node.Slug}";

    private static string Part(string text) => Uri.EscapeDataString(text);
}
