using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Shell;

/// <summary>Refuses requests whose parameters no page or client of ours sends: repeated, oversized, or with characters that no text has.</summary>
internal static class CleanRequests
{
    private const int MaxQuery = 2048;

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (Check(context.Request) is { } refusal)
        {
            return context.IsApi() ? Answers.Problem(refusal).ExecuteAsync(context) : Bare(context, refusal);
        }

        return next(context);
    }

    private static Task Bare(HttpContext context, Refusal refusal)
    {
        context.Features.Set(refusal);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static Refusal? Check(HttpRequest request)
    {
        if (request.QueryString.Value is { Length: > MaxQuery })
        {
            return Refusal.Input("QUERY_TOO_LONG", "query", "查询内容太长，请缩短后再试。");
        }

        foreach (var (name, values) in request.Query)
        {
            if (values.Count > 1)
            {
                return Refusal.Input("DUPLICATE_PARAMETER", name, "同一个参数出现了两次，请只保留一个。");
            }

            if (!IsText(name) || !IsText(values.ToString()))
            {
                return Refusal.Input("INVALID_CHARACTERS", "query", "查询内容里有无法识别的字符，请删去后再试。");
            }
        }

        return IsText(request.Path.Value ?? "") ? null : Refusal.Input("INVALID_CHARACTERS", "path", "地址里有无法识别的字符。");
    }

    /// <summary>No control characters but white space, no half of a surrogate pair.</summary>
    public static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r') || text[i] == '\uFFFD')
            {
                return false;
            }

            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }
}
