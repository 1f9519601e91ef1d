using Microsoft.AspNetCore.Http;

namespace IpNetwork.SignOn.SignIn;

internal static class SignOutRoute
{
    public static async Task<IResult> HandleAsync(HttpContext http, Sessions sessions, SessionCookie cookie, SignOnOptions options, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        if (SignedInAs.From(http.User) is { } me)
        {
            await sessions.EndAsync(me.SessionId, SessionEnd.SignedOut, ct);
        }

        cookie.TakeAway(http.Response);
        return TypedResults.Redirect(LocalAddress.From(form[SignOnDefaults.ReturnUrl]) ?? options.HomePath);
    }
}
