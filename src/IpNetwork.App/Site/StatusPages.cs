using IpNetwork.App.Shell;
using Microsoft.AspNetCore.Mvc;

namespace IpNetwork.App.Site;

/// <summary>Gives every bare refusal its page, or its problem at the API. Nothing else writes them.</summary>
internal sealed partial class StatusPages(RequestDelegate next, ILogger<StatusPages> logger)
{
    private static readonly string[] Files = ["/lib", "/css", "/js", "/img"];

    public async Task InvokeAsync(HttpContext context)
    {
        var address = context.CurrentAddress();
        await next(context);
        var response = context.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentType is not null || response.ContentLength > 0)
        {
            return;
        }

        if (context.IsApi())
        {
            await Problem(response.StatusCode).ExecuteAsync(context);
        }
        else if (!Files.Any(folder => context.Request.Path.StartsWithSegments(folder, StringComparison.Ordinal)) && response.StatusCode is not StatusCodes.Status499ClientClosedRequest)
        {
            await ShowAsync(context, address, response.StatusCode);
        }
    }

    /// <summary>The page itself must not fail: where even the frame cannot be had, the one that needs nothing is shown.</summary>
    private async Task ShowAsync(HttpContext context, string address, int status)
    {
        try
        {
            var pages = context.RequestServices.GetRequiredService<StatusPage>();
            await (await pages.ForAsync(context, address, status)).ExecuteAsync(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            NotShown(e, status, context.TraceIdentifier);
            context.Response.StatusCode = status;
            await StatusPage.Broken(context, address, status).ExecuteAsync(context);
        }
    }

    private static IResult Problem(int status)
    {
        if (status is StatusCodes.Status404NotFound)
        {
            return Answers.NotFound();
        }

        var (code, detail) = status switch
        {
            400 => ("MALFORMED_REQUEST", "请求的格式不对，请对照接口说明修改后再发。"),
            401 => ("NOT_SIGNED_ON", "请先登录，再继续。"),
            403 => ("FORBIDDEN", "您没有权限做这件事。"),
            405 => ("METHOD_NOT_ALLOWED", "这个地址不支持这种请求方法，允许的方法见 Allow 响应头。"),
            413 => ("TOO_LARGE", "内容超过了允许的大小。"),
            415 => ("UNSUPPORTED_MEDIA_TYPE", "请用 application/json 提交。"),
            429 => ("TOO_MANY_REQUESTS", "请求太频繁，请稍后再试。"),
            503 => ("UNAVAILABLE", "暂时不可用，请稍后再试。"),
            _ => ("ERROR", "没有成功，请稍后再试。"),
        };
        return new ProblemAnswer(new ProblemDetails { Status = status, Title = Answers.TitleOf(status), Detail = detail, Type = $"urn:ipnetwork:{code}", Extensions = { ["code"] = code } }, null);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The page for {Status} could not be shown ({TraceId})")]
    private partial void NotShown(Exception e, int status, string traceId);
}
