using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpNetwork.App.Shell;

/// <summary>Refusals as RFC 9457 problems: the rule's code, Chinese words, errors by field.</summary>
internal static class Answers
{
    /// <summary>Not there, or not yours to see: the same answer, so that ids tell nothing.</summary>
    public static Refusal Absent { get; } = new("NOT_FOUND", "没有找到，或者您无权查看。");

    public static IResult Problem(IReadOnlyList<Refusal> refusals)
    {
        var first = refusals[0];
        if (first == Absent)
        {
            return NotFound();
        }

        var status = StatusOf(first);
        var problem = new ProblemDetails { Status = status, Title = TitleOf(status), Detail = first.Message, Type = $"urn:ipnetwork:{first.Code}" };
        problem.Extensions["code"] = first.Code;
        if (refusals.Any(r => r.Field is not null))
        {
            problem.Extensions["errors"] = refusals.Where(r => r.Field is not null)
                .GroupBy(r => r.Field ?? "")
                .ToDictionary(g => g.Key, g => g.Select(r => new { r.Code, r.Message }).ToArray());
        }

        return new ProblemAnswer(problem, first == WriteConflicts.KeyRunning || first.Kind is RefusalKind.Unavailable ? 1 : null);
    }

    public static IResult Problem(Refusal refusal) => Problem([refusal]);

    public static IResult NotFound() => new ProblemAnswer(
        new ProblemDetails { Status = 404, Title = TitleOf(404), Detail = Absent.Message, Type = $"urn:ipnetwork:{Absent.Code}", Extensions = { ["code"] = Absent.Code } }, null);

    public static IResult Unauthorized(Refusal refusal) => new ProblemAnswer(
        new ProblemDetails { Status = 401, Title = TitleOf(401), Detail = refusal.Message, Type = $"urn:ipnetwork:{refusal.Code}", Extensions = { ["code"] = refusal.Code } }, null);

    public static int StatusOf(Refusal refusal) => refusal switch
    {
        _ when refusal == Absent => StatusCodes.Status404NotFound,
        _ when refusal == WriteConflicts.Stale => StatusCodes.Status412PreconditionFailed,
        _ when refusal == WriteConflicts.KeyReused => StatusCodes.Status422UnprocessableEntity,
        { Kind: RefusalKind.Input } => StatusCodes.Status400BadRequest,
        { Kind: RefusalKind.Forbidden } => StatusCodes.Status403Forbidden,
        { Kind: RefusalKind.TooLarge } => StatusCodes.Status413PayloadTooLarge,
        { Kind: RefusalKind.UnfitContent } => StatusCodes.Status415UnsupportedMediaType,
        { Kind: RefusalKind.NoSpace } => StatusCodes.Status507InsufficientStorage,
        { Kind: RefusalKind.Unavailable } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status409Conflict,
    };

    public static string TitleOf(int status) => status switch
    {
        400 => "填写有误",
        401 => "请先登录",
        403 => "没有权限",
        404 => "没有找到",
        405 => "不支持这种操作",
        409 => "现在不能这样做",
        412 => "记录已变化",
        413 => "内容太大",
        415 => "格式不支持",
        422 => "提交标识已用过",
        428 => "缺少版本",
        429 => "操作太频繁",
        503 => "暂时不可用",
        507 => "存储空间不足",
        _ => "出错了",
    };
}
