using Microsoft.AspNetCore.Http;

namespace IpNetwork.SignOn.SignIn;

/// <summary>One try to get in, from the count of the address to the cookie.</summary>
internal sealed class SignInAttempt(
    Credentials credentials, Throttling throttling, KnownDevice device, Sessions sessions, SessionCookie cookie,
    SignOnNotices notices, SignOnOptions options, TimeProvider clock)
{
    public async Task<Answer> MakeAsync(HttpContext http, string typedName, string password, CancellationToken ct)
    {
        var userName = UserNames.Normal(typedName);
        var address = http.Connection.RemoteIpAddress;
        var addressKey = Guesser.Address(address);
        if (await throttling.TryAsync(addressKey, options.AddressLimit, ct) is { } wait)
        {
            await notices.SayAsync(new SignInFailed(clock.GetUtcNow(), null, SignInFailure.AddressDelayed, address?.ToString()), ct);
            return new(null, null, wait);
        }

        var nameKey = Guesser.UserName(userName.ToUpperInvariant());
        var countedUnder = device.Find(http.Request, nameKey) ?? nameKey;
        var (account, failure, known) = await credentials.CheckAsync(userName, password, countedUnder, ct);
        if (account is null)
        {
            await notices.SayAsync(new SignInFailed(clock.GetUtcNow(), known, failure.GetValueOrDefault(), address?.ToString()), ct);
            return new(null, null, null);
        }

        await throttling.TakeBackAsync(addressKey, ct);
        await EndPreviousAsync(http, ct);
        var session = await sessions.StartAsync(account.Id, address?.ToString(), ct);
        cookie.Give(http.Response, session);
        device.Remember(http.Response, nameKey);
        return new(account.Id, session, null);
    }

    // Signing in always makes a new session; the one the browser came with must not live on beside it.
    private async Task EndPreviousAsync(HttpContext http, CancellationToken ct)
    {
        if (SignedInAs.From(http.User) is { } previous)
        {
            await sessions.EndAsync(previous.SessionId, SessionEnd.Replaced, ct);
        }
    }

    internal sealed record Answer(Guid? AccountId, StartedSession? Session, TimeSpan? WaitFor);
}
