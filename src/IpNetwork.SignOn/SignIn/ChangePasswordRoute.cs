using IpNetwork.SignOn.Data;
using IpNetwork.SignOn.Pages;
using IpNetwork.SignOn.Passwords;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace IpNetwork.SignOn.SignIn;

internal static class ChangePasswordRoute
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, SignOnOptions options, Accounts accounts, Sessions sessions, PasswordChange change, CancellationToken ct)
    {
        if (SignedInAs.From(http.User) is not { } me)
        {
            return TypedResults.Challenge(authenticationSchemes: [SignOnDefaults.Scheme]);
        }

        var form = await http.Request.ReadFormAsync(ct);
        var errors = await change.MakeAsync(http, me, form["current"].ToString(), form["new"].ToString(), form["repeat"].ToString(), ct);
        return errors is null
            ? TypedResults.Redirect($"{SignOnDefaults.AccountPath}?done=password")
            : await AccountRoute.PageAsync(http, options, accounts, sessions, StatusCodes.Status400BadRequest, errors, ct);
    }
}

/// <summary>Checks the old password, sets the new one, ends every other session and renews this one.</summary>
internal sealed class PasswordChange(
    UserManager<Account> manager, PasswordRules rules, Credentials credentials, Sessions sessions, SessionCookie cookie,
    SignOnNotices notices, TimeProvider clock)
{
    /// <returns>Null when it is done.</returns>
    public async Task<PasswordForm?> MakeAsync(HttpContext http, SignedInAs me, string current, string wanted, string repeated, CancellationToken ct)
    {
        if (await manager.FindByIdAsync(me.AccountId.ToString()) is not { } account)
        {
            throw new InvalidOperationException($"Account {me.AccountId} has a session and is not there.");
        }

        var broken = rules.Check(wanted, account.UserName ?? "", account.Name).Select(e => e.Description).ToList();
        var errors = new PasswordForm
        {
            NewError = broken.Count > 0 ? string.Concat(broken) : null,
            RepeatError = wanted != repeated ? "两次填的新密码不一样。请再填一次。" : null,
        };
        if (errors.IsFine && !await credentials.CheckAgainAsync(account, current, ct))
        {
            errors = errors with { CurrentError = "现在的密码不对，或者试得太快了。请核对后再填，最多等 1 分钟。" };
        }

        if (!errors.IsFine)
        {
            return errors;
        }

        await SetAsync(account, wanted);
        await sessions.EndAllAsync(account.Id, SessionEnd.PasswordChanged, except: null, ct);
        await notices.SayAsync(new PasswordChanged(clock.GetUtcNow(), account.Id), ct);
        cookie.Give(http.Response, await sessions.StartAsync(account.Id, http.Connection.RemoteIpAddress?.ToString(), ct));
        return null;
    }

    private async Task SetAsync(Account account, string wanted)
    {
        account.PasswordHash = manager.PasswordHasher.HashPassword(account, wanted);
        var result = await manager.UpdateSecurityStampAsync(account);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The account was not saved: {string.Join(", ", result.Errors.Select(e => e.Code))}");
        }
    }
}
