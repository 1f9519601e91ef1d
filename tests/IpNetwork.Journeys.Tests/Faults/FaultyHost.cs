using IpNetwork.App.Shell;
using IpNetwork.Journeys.Tests.Browsers;
using IpNetwork.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IpNetwork.Journeys.Tests.Faults;

/// <summary>The program with pages that each have one thing wrong, and one that has nothing wrong.</summary>
public sealed class FaultyHost : NetworkHost
{
    public const string Sound = "<p>一切正常。</p>";
    private const string Wide = "<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=\" width=\"3000\" height=\"9\" alt=\"\">";

    public override Task InitializeAsync() => Chromium.Program is null ? Task.CompletedTask : base.InitializeAsync();

    protected override void Map(IEndpointRouteBuilder routes)
    {
        Add(routes, "none", Page(Sound));
        Add(routes, "console", Page("<script src=\"/faults/loud.js\"></script>"));
        Add(routes, "script", Page("<script src=\"/faults/broken.js\"></script>"));
        Add(routes, "image-from-outside", Page("<img src=\"https://pictures.example/seal.png\" alt=\"\">"));
        Add(routes, "inline-style", Page("<p style=\"color:navy\">蓝色</p>"));
        Add(routes, "overflow", Page(Wide));
        Add(routes, "pale", Page("<p><font color=\"#dddddd\">看不清的字</font></p>"));
        Add(routes, "unlabelled", Page("<form><input name=\"q\"></form>"));
        Add(routes, "no-heading", "<!DOCTYPE html><html lang=\"zh-CN\"><head><title>缺</title></head><body><main><p>没有标题。</p></main></body></html>");
        Add(routes, "no-title", "<!DOCTYPE html><html lang=\"zh-CN\"><head><title></title></head><body><main><h1>有标题</h1></main></body></html>");
        Add(routes, "english", Page("<p>The value '' is not valid.</p>"));
        Add(routes, "enum", Page("<p>岗位：CatalogEditor</p>"));
        Add(routes, "form-to-nowhere", Page("<form method=\"post\" action=\"/faults/nowhere\"><button>保存</button></form>"));
        routes.MapGet("/faults/loud.js", () => Results.Text("console.error('loud');", "text/javascript")).Allow(RouteRule.Open);
        routes.MapGet("/faults/broken.js", () => Results.Text("throw new Error('broken');", "text/javascript")).Allow(RouteRule.Open);
        routes.MapGet("/faults/missing", () => Results.NotFound()).Allow(RouteRule.Open);
        routes.MapGet("/faults/by/{unheardOf}", () => Results.Text(Page(Sound), "text/html")).Allow(RouteRule.Open);
    }

    private static void Add(IEndpointRouteBuilder routes, string name, string html) =>
        routes.MapGet($"/faults/{name}", () => Results.Text(html, "text/html", System.Text.Encoding.UTF8)).Allow(RouteRule.Open);

    private static string Page(string body) =>
        $"<!DOCTYPE html><html lang=\"zh-CN\"><head><title>样页</title></head><body><main><h1>样页</h1>{body}</main></body></html>";
}
