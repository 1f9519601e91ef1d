using IpNetwork.SignOn.Pages;
using Microsoft.AspNetCore.Http;

namespace IpNetwork.SignOn.SignIn;

internal sealed class FormGuard(SignOnOptions options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!await CsrfCheck.PassesAsync(http) || !http.Request.HasFormContentType)
        {
            return Page.Of<StalePage>(http, options, StatusCodes.Status400BadRequest);
        }

        return await next(context);
    }
}
