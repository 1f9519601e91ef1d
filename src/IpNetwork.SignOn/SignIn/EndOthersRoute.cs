using Microsoft.AspNetCore.Http;

namespace IpNetwork.SignOn.SignIn;

internal static class EndOthersRoute
{
    public static async Task<IResult> HandleAsync(HttpContext http, Sessions sessions, CancellationToken ct)
    {
        if (SignedInAs.From(http.User) is { } me)
        {
            await sessions.EndAllAsync(me.AccountId, SessionEnd.EndedByOwner, except: me.SessionId, ct);
        }

        return TypedResults.Redirect($"{SignOnDefaults.AccountPath}?done=others");
    }
}
