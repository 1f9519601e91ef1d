using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace IpNetwork.App.Shell;

/// <summary>Turns what went wrong into a problem without a stack, a statement or a path; logged once, here.</summary>
internal sealed partial class Failures(RequestDelegate next, ILogger<Failures> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, e);
        }
    }

    private async Task AnswerAsync(HttpContext context, Exception e)
    {
        var (status, code, detail) = Describe(e);
        if (status >= 500)
        {
            Failed(e, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "-", context.TraceIdentifier);
        }

        context.Response.Clear();
        context.Response.StatusCode = status;
        if (!context.IsApi())
        {
            return;
        }

        var problem = new ProblemDetails { Status = status, Title = Answers.TitleOf(status), Detail = detail, Type = $"urn:ipnetwork:{code}" };
        problem.Extensions["code"] = code;
        problem.Extensions["traceId"] = context.TraceIdentifier;
        await new ProblemAnswer(problem, status is StatusCodes.Status503ServiceUnavailable ? 1 : null).ExecuteAsync(context);
    }

    private static (int Status, string Code, string Detail) Describe(Exception e) => e switch
    {
        VersionMissingException => (428, VersionMissingException.Refusal.Code, VersionMissingException.Refusal.Message),
        BadHttpRequestException { StatusCode: 413 } => (413, "TOO_LARGE", "内容超过了允许的大小。"),
        BadHttpRequestException { StatusCode: 415 } => (415, "UNSUPPORTED_MEDIA_TYPE", "请用 application/json 提交。"),
        BadHttpRequestException or JsonException => (400, "MALFORMED_REQUEST", "请求的格式不对，请对照接口说明修改后再发。"),
        _ when IsOutage(e) => (503, "DATABASE_UNAVAILABLE", "数据库暂时连不上。没有保存任何内容，请稍后用同一个提交标识重试。"),
        _ when HasState(e, PostgresErrorCodes.DiskFull) => (507, "NO_SPACE", "存储空间不足，暂时不能保存。没有保存任何内容。"),
        _ => (500, "INTERNAL_ERROR", "程序出错了，已记录。请稍后再试；再次出现时请把编号告诉管理员。"),
    };

    private static bool IsOutage(Exception? e) => e switch
    {
        null => false,
        PostgresException p => p.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections,
        NpgsqlException or System.Net.Sockets.SocketException => true,
        _ => IsOutage(e.InnerException),
    };

    private static bool HasState(Exception? e, string state) => e is not null && (e is PostgresException p && p.SqlState == state || HasState(e.InnerException, state));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed ({TraceId})")]
    private partial void Failed(Exception e, string method, string endpoint, string traceId);
}
