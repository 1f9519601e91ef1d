using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpNetwork.SignOn.SignIn;

internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> schemeOptions, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemeOptions, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[sessions.CookieName] is not { Length: > 0 } cookie)
        {
            return AuthenticateResult.NoResult();
        }

        return await sessions.FindAsync(cookie, Context.RequestAborted) is { } session
            ? AuthenticateResult.Success(new(PrincipalOf(session), Scheme.Name))
            : AuthenticateResult.Fail("The session is over.");
    }

    // Somebody who follows a link signs in and goes on to where it led. Everything else is told and decides for itself.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (HttpMethods.IsGet(Request.Method) && Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            var wanted = Request.PathBase.ToUriComponent() + Request.Path.ToUriComponent() + Request.QueryString.ToUriComponent();
            Response.Redirect(QueryHelpers.AddQueryString(SignOnDefaults.SignInPath, SignOnDefaults.ReturnUrl, wanted));
            return Task.CompletedTask;
        }

        return base.HandleChallengeAsync(properties);
    }

    private ClaimsPrincipal PrincipalOf(LiveSession session)
    {
        Claim[] claims =
        [
            new(SignOnDefaults.Subject, session.AccountId.ToString()),
            new(SignOnDefaults.Name, session.Name),
            new(SignOnDefaults.SessionId, session.Id.ToString()),
        ];
        return new(new ClaimsIdentity(claims, Scheme.Name, SignOnDefaults.Name, roleType: null));
    }
}
