using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Shell;

/// <summary>Public knowledge as JSON: with a weak ETag of what it says, kept by caches for anonymous readers until it changes by date.</summary>
/// <param name="until">When a dated version comes into force.</param>
internal sealed class PublicAnswer<T>(T value, DateTimeOffset? until = null) : IResult
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, WireJson.Options);
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";
        var headers = httpContext.Response.Headers;
        headers.ETag = tag;
        if (httpContext.User.Identity is not { IsAuthenticated: true })
        {
            headers.CacheControl = $"public, max-age={Seconds(httpContext).ToString(CultureInfo.InvariantCulture)}";
        }

        if (httpContext.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Any(known => known == tag || known == "*"))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private int Seconds(HttpContext context)
    {
        var left = until - context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return (int)Math.Clamp(left?.TotalSeconds ?? Longest.TotalSeconds, 0, Longest.TotalSeconds);
    }
}
