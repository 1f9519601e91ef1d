using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Establishment.Deciding;

/// <summary>Every address of this part of the room, as methods.</summary>
internal static class DecidingLinks
{
    public const string QueuePath = "/workbench/applications";
    public const string OpinionsPath = "/workbench/opinions";
    public const string PlanPath = "/workbench/build-plan";

    public static string Api(TenantNode node, string number) => $"/api/v1/nodes/{node.Slug}/applications/{Part(number)}";

    /// <summary>Pages stand under the node's own path, which is the request's path base.</summary>
    public static string Queue(HttpContext at) => $"{at.Request.PathBase}{QueuePath}";

    public static string Application(HttpContext at, string number, string? act = null) => $"{Queue(at)}/{Part(number)}{(act is null ? "" : $"/{act}")}";

    public static string Opinions(HttpContext at) => $"{at.Request.PathBase}{OpinionsPath}";

    public static string Opinion(HttpContext at, string number) => $"{Opinions(at)}/{Part(number)}";

    public static string Files(HttpContext at) => $"{at.Request.PathBase}/files";

    public static string Plan(HttpContext at, int? year = null) => $"{at.Request.PathBase}{PlanPath}{(year is null ? "" : $"?year={year}")}";

    /// <summary>The pool of experts, asked for one application.</summary>
    public static string Experts(HttpContext at, string number) => $"{at.Request.PathBase}/workbench/experts?application={Part(number)}";

    public static string Part(string text) => Uri.EscapeDataString(text);
}
