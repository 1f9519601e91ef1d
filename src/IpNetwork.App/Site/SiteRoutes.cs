using System.IO.Compression;
using IpNetwork.App.Shell;
using IpNetwork.SignOn;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.ResponseCompression;

namespace IpNetwork.App.Site;

/// <summary>What belongs to the deployment and to no node.</summary>
internal static class SiteRoutes
{
    public static void AddSite(this IServiceCollection services)
    {
        services.AddScoped<StatusPage>();
        services.AddOpenApi("v1", ApiDocument.Describe);
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/plain", "application/json", "application/problem+json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    /// <summary>Answers to people with a session carry secrets beside what was asked for, and so are not compressed.</summary>
    public static void UseSite(this IApplicationBuilder app)
    {
        app.UseWhen(
            context => !context.Request.Cookies.ContainsKey(context.RequestServices.GetRequiredService<Sessions>().CookieName),
            compressed => compressed.UseResponseCompression());
        if (!app.ApplicationServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            app.Use(KeptFiles.InvokeAsync);
        }

        app.Use(HeadRequests.InvokeAsync);
        app.UseMiddleware<StatusPages>();
    }

    public static void MapSite(this IEndpointRouteBuilder app)
    {
        PublicPages.Map(app);
        Health.Map(app);
        ApiDocument.Map(app);
    }
}
