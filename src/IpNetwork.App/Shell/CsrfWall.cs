using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Shell;

/// <summary>Every unsafe method needs the antiforgery token: a form's hidden field, or the API's header.</summary>
internal static class CsrfWall
{
    private static readonly Refusal Invalid = Refusal.Input("CSRF_TOKEN_INVALID", "csrf", "页面已过期或提交来源不对。请刷新页面后再提交，您填的内容请先复制保存。");

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        var safe = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);
        if (safe || context.GetEndpoint() is not RouteEndpoint || await SignOn.CsrfCheck.PassesAsync(context))
        {
            await next(context);
            return;
        }

        if (context.IsApi())
        {
            await Answers.Problem(Invalid).ExecuteAsync(context);
            return;
        }

        context.Features.Set(Invalid);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
