using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Establishment.Filing;

/// <summary>Every address of the builder's side, as methods.</summary>
internal static class FilingLinks
{
    public const string IntroPath = "/establishment";
    public const string RegistrationPath = $"{IntroPath}/registration";
    public const string ListPath = $"{IntroPath}/applications";
    public const string OnePath = $"{ListPath}/{{id:guid}}";

    public const string Submission = "submission";
    public const string Receipt = "receipt";
    public const string Withdrawal = "withdrawal";
    public const string Progress = "progress";
    public const string BuilderChange = "builder-change";
    public const string Acceptance = "acceptance";
    public const string Document = "document";

    public static string Api(TenantNode node, string id) => $"/api/v1/nodes/{node.Slug}/my-applications/{id}";

    public static string Intro(HttpContext at) => $"{at.Request.PathBase}{IntroPath}";

    public static string Registration(HttpContext at) => $"{at.Request.PathBase}{RegistrationPath}";

    public static string List(HttpContext at) => $"{at.Request.PathBase}{ListPath}";

    /// <param name="rest">A step of the form or an act.</param>
    public static string One(HttpContext at, Guid id, string? rest = null) => $"{List(at)}/{id}{(rest is null ? "" : $"/{rest}")}";
}
