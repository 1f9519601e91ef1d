using Microsoft.AspNetCore.Http;

namespace IpNetwork.SignOn.SignIn;

internal sealed class SessionCookie(SignOnOptions options)
{
    // No lifetime of its own: the browser drops it when closed, the database decides before that.
    private CookieOptions Attributes => new() { HttpOnly = true, Secure = options.RequireHttps, SameSite = SameSiteMode.Lax, Path = "/" };

    public void Give(HttpResponse response, StartedSession session) => response.Cookies.Append(options.SessionCookie, session.Cookie, Attributes);

    public void TakeAway(HttpResponse response) => response.Cookies.Delete(options.SessionCookie, Attributes);
}
