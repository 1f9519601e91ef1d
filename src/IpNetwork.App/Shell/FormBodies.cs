using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Shell;

/// <summary>A page's route takes a form and nothing else; a form that cannot be read is the sender's fault, wherever it would be read first.</summary>
internal static class FormBodies
{
    private static readonly Refusal WrongType = Refusal.Input("UNSUPPORTED_MEDIA_TYPE", "body", "请用网页上的表单提交。");
    private static readonly Refusal Unreadable = Refusal.Input("MALFORMED_REQUEST", "body", "表单内容无法识别，请刷新页面后再提交。");

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var (request, isApi) = (context.Request, context.IsApi());
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<RouteRule>() is null)
        {
            await next(context);
        }
        else if (!request.HasFormContentType && !isApi)
        {
            Refuse(context, WrongType, StatusCodes.Status415UnsupportedMediaType);
        }
        else if (!request.HasFormContentType || await IsReadableAsync(context))
        {
            await next(context);
        }
        else if (isApi)
        {
            await Answers.Problem(Unreadable).ExecuteAsync(context);
        }
        else
        {
            Refuse(context, Unreadable, StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<bool> IsReadableAsync(HttpContext context)
    {
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return true;
        }
        catch (Exception e) when (e is InvalidDataException || e is IOException and not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested)
        {
            return false;
        }
    }

    private static void Refuse(HttpContext context, Refusal refusal, int status)
    {
        context.Features.Set(refusal);
        context.Response.StatusCode = status;
    }
}
