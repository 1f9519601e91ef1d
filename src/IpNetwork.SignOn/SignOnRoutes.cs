using IpNetwork.SignOn.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IpNetwork.SignOn;

public static class SignOnRoutes
{
    private const int LargestForm = 16 * 1024;

    /// <summary>The pages of sign-on. Authentication and authorization must run before them.</summary>
    public static RouteGroupBuilder MapSignOn(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").AddEndpointFilter(KeepPrivateAsync).WithMetadata(new RequestSizeLimitAttribute(LargestForm)).ExcludeFromDescription();

        pages.MapGet(SignOnDefaults.SignInPath, SignInRoute.Show).AllowAnonymous();
        pages.MapPost(SignOnDefaults.SignInPath, SignInRoute.HandleAsync).AllowAnonymous().AddEndpointFilter<FormGuard>();
        pages.MapPost(SignOnDefaults.SignOutPath, SignOutRoute.HandleAsync).AllowAnonymous().AddEndpointFilter<FormGuard>();

        var account = pages.MapGroup(SignOnDefaults.AccountPath).RequireAuthorization();
        account.MapGet("", AccountRoute.ShowAsync);
        account.MapPost("/password", ChangePasswordRoute.HandleAsync).AddEndpointFilter<FormGuard>();
        account.MapPost("/end-others", EndOthersRoute.HandleAsync).AddEndpointFilter<FormGuard>();
        return pages;
    }

    private static ValueTask<object?> KeepPrivateAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
