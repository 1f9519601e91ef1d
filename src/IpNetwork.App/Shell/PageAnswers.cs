using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Shell;

/// <summary>What a page's route reads and answers besides its view.</summary>
internal static class PageAnswers
{
    /// <summary>The address of a page after a change, so that reloading it does not send the form again.</summary>
    public static IResult Go(string address) => new SeeOther(address);

    public static IResult Absent() => TypedResults.StatusCode(StatusCodes.Status404NotFound);

    /// <summary>The page of a refusal that belongs to no form.</summary>
    public static IResult Refused(this HttpContext context, Refusal refusal)
    {
        context.Features.Set(refusal);
        return Results.StatusCode(Answers.StatusOf(refusal));
    }

    /// <summary>Everything typed; several boxes of one name joined by line breaks.</summary>
    public static async Task<Dictionary<string, string>> TypedAsync(HttpContext context) =>
        (await context.Request.ReadFormAsync(context.RequestAborted)).ToDictionary(field => field.Key, field => string.Join('\n', field.Value.ToArray()), StringComparer.Ordinal);

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
