using System.Security.Claims;

namespace IpNetwork.SignOn.SignIn;

internal sealed record SignedInAs(Guid AccountId, Guid SessionId)
{
    public static SignedInAs? From(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirst(SignOnDefaults.Subject)?.Value, out var account)
        && Guid.TryParse(user.FindFirst(SignOnDefaults.SessionId)?.Value, out var session)
            ? new(account, session)
            : null;
}
