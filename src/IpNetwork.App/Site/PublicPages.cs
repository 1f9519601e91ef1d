using IpNetwork.App.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Site;

/// <summary>Pages and files of the whole deployment.</summary>
internal static class PublicPages
{
    private const string Robots = """
        User-agent: *
        Disallow: /sign-in
        Disallow: /account
        Disallow: /text-size
        Disallow: /*/workbench
        Allow: /

        """;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/accessibility", (HttpContext context, IShellContexts shells) =>
            new RazorComponentResult<AccessibilityPage>(new { Visitor = shells.Visitor(context) })).AtDeployment();
        app.MapGet("/robots.txt", () => Results.Text(Robots, "text/plain; charset=utf-8")).AtDeployment();
        app.MapGet("/favicon.ico", () => Results.Redirect("/img/icon.svg", permanent: true)).AtDeployment();
        app.MapGet("/text-size", ChangeTextSize).AtDeployment();
    }

    private static IResult ChangeTextSize(HttpContext context, string? size, string? returnUrl)
    {
        context.Response.Cookies.Append(TextSize.Cookie, size == TextSize.Large ? TextSize.Large : TextSize.Normal, new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
        return Results.LocalRedirect(LocalAddress.Or(returnUrl, "/"));
    }

    private static void AtDeployment(this RouteHandlerBuilder route) => route.ExcludeFromDescription().Allow(RouteRule.Open);
}
