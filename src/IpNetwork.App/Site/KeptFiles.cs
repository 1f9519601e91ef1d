using Microsoft.AspNetCore.StaticAssets;

namespace IpNetwork.App.Site;

/// <summary>Lets browsers keep our files for a while; short, because their names stay the same over a release.</summary>
internal static class KeptFiles
{
    private const string Kept = "public, max-age=600";

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            {
                context.Response.Headers.CacheControl = Kept;
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}
