using IpNetwork.App.Shell;
using IpNetwork.SignOn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IpNetwork.App.Site;

/// <summary>The description of the API for programs, and the page that shows it to people.</summary>
internal static class ApiDocument
{
    public const string Path = "/openapi/v1.json";
    private const string Session = "session";
    private const string Csrf = "csrf";

    /// <summary>The part of the work a path belongs to: the first that its segments name.</summary>
    private static readonly (string Segment, string Name)[] Tags =
    [
        ("services", "办事"), ("catalog", "办事"),
        ("offerings", "事项目录"), ("conflicts", "事项目录"), ("own-items", "事项目录"), ("base-items", "事项目录"), ("promotions", "事项目录"),
        ("session", "登录与任职"), ("memberships", "登录与任职"),
        ("calendar", "工作日历"), ("norms", "统一规范"), ("audit", "留痕"), ("audit-head", "留痕"),
        ("my-applications", "设立申报"), ("builders", "设立申报"),
        ("nodes", "平台网络"),
    ];

    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, context, _) =>
        {
            document.Info = new()
            {
                Title = "知识产权公共服务平台网络",
                Version = "v1",
                Description = "一个节点就是一个租户，路径里的 {node} 是节点的网址名。列表用 cursor 翻页。出错时返回 application/problem+json，code 是规则代码，errors 按字段列出原因。",
            };
            document.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name }).DistinctBy(tag => tag.Name).ToHashSet();
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Session] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = context.ApplicationServices.GetRequiredService<Sessions>().CookieName,
                Description = "登录后得到的会话。",
            };
            document.Components.SecuritySchemes[Csrf] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = SignOnDefaults.CsrfHeader,
                Description = "GET /api/v1/session 返回的 csrfToken，修改数据时必须带上。",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            operation.Tags = new HashSet<OpenApiTagReference> { new(TagOf(context.Description.RelativePath ?? ""), context.Document) };
            var endpoint = context.Description.ActionDescriptor.EndpointMetadata;
            if (endpoint.OfType<RouteRule>().LastOrDefault() is { Audience: not Audience.Everyone })
            {
                var needs = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Session, context.Document)] = [] };
                if (!HttpMethods.IsGet(context.Description.HttpMethod ?? ""))
                {
                    needs[new OpenApiSecuritySchemeReference(Csrf, context.Document)] = [];
                }

                operation.Security = [needs];
            }

            return Task.CompletedTask;
        });
    }

    private static string TagOf(string path)
    {
        var segments = path.Split('/', '?');
        return Tags.FirstOrDefault(tag => segments.Contains(tag.Segment)).Name ?? Tags[^1].Name;
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").Allow(RouteRule.Open);
        app.MapGet("/api/docs", () => new RazorComponentResult<ApiDocsPage>())
            .WithMetadata(ContentPolicy.StylesByScript)
            .ExcludeFromDescription()
            .Allow(RouteRule.Open);
    }
}
