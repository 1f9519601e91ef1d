namespace IpNetwork.App.Shell;

/// <summary>In production pages and API speak https alone; the proxy that ends TLS has to be trusted by name. Health probes stay plain.</summary>
internal static class HttpsOnly
{
    private const string TwoYears = "max-age=63072000; includeSubDomains";

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.IsHttps)
        {
            context.Response.Headers.StrictTransportSecurity = TwoYears;
            return next(context);
        }

        if (context.Request.Path.StartsWithSegments("/health"))
        {
            return next(context);
        }

        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            context.Response.Headers.Location = $"https://{context.Request.Host.Host}{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}";
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Task.CompletedTask;
    }
}
