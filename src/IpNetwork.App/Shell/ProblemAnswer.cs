using IpNetwork.App.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace IpNetwork.App.Shell;

/// <summary>A problem as JSON, the same bytes for the same cause.</summary>
internal sealed class ProblemAnswer(ProblemDetails problem, int? retryAfterSeconds) : IResult
{
    public ProblemDetails Problem => problem;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        if (retryAfterSeconds is { } seconds)
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return httpContext.Response.WriteAsJsonAsync(problem, WireJson.Options, "application/problem+json", httpContext.RequestAborted);
    }
}
