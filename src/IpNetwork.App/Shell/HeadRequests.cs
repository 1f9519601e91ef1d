namespace IpNetwork.App.Shell;

/// <summary>HEAD is answered as GET is: routes know one method, and the server sends no body for the other.</summary>
internal static class HeadRequests
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }
}
