using IpNetwork.SignOn.Data;
using IpNetwork.SignOn.Passwords;
using Microsoft.AspNetCore.Identity;

namespace IpNetwork.SignOn.SignIn;

/// <summary>
/// Decides whether somebody is who they say. Whatever is wrong, the same work is done and the same refusal comes out,
/// so that neither the answer nor the time it takes tells whether an account exists.
/// </summary>
internal sealed class Credentials(UserManager<Account> accounts, PasswordHash hash, HashGate gate, Throttling throttling, SignOnOptions options)
{
    private const string NobodysName = " ";
    private const int LongestRead = 4 * Limits.PasswordTo;

    public async Task<(Account? Account, SignInFailure? Failure, Guid? Known)> CheckAsync(
        string userName, string password, string countedUnder, CancellationToken ct)
    {
        var delayed = await throttling.TryAsync(countedUnder, options.AccountLimit, ct) is not null;
        var account = await FindAsync(userName);
        var fits = await FitsAsync(account, password, mayRenew: !delayed, ct);
        if (Refuse(account, fits, delayed) is { } failure)
        {
            return (null, failure, account?.Id);
        }

        await throttling.ForgetAsync(countedUnder, ct);
        return (account, null, account?.Id);
    }

    /// <summary>Asked again by name of somebody who is signed in, before a sensitive act.</summary>
    public async Task<bool> CheckAgainAsync(Account account, string password, CancellationToken ct)
    {
        var key = Guesser.Account(account.Id);
        if (await throttling.TryAsync(key, options.AccountLimit, ct) is not null || !await FitsAsync(account, password, mayRenew: false, ct))
        {
            return false;
        }

        await throttling.ForgetAsync(key, ct);
        return true;
    }

    private static SignInFailure? Refuse(Account? account, bool fits, bool delayed) =>
        account is null ? SignInFailure.UnknownUserName
        : delayed ? SignInFailure.AccountDelayed
        : !fits ? SignInFailure.WrongPassword
        : account.DisabledAt is not null ? SignInFailure.AccountDisabled
        : null;

    private Task<Account?> FindAsync(string userName) =>
        UserNames.IsAllowed(userName) ? accounts.FindByNameAsync(userName) : accounts.FindByNameAsync(NobodysName);

    private async Task<bool> FitsAsync(Account? account, string password, bool mayRenew, CancellationToken ct)
    {
        var subject = account ?? new Account();
        var stored = account?.PasswordHash ?? hash.Decoy;
        var verdict = PasswordVerificationResult.Failed;
        string? renewed = null;
        var heard = await gate.RunAsync(
            () =>
            {
                verdict = hash.VerifyHashedPassword(subject, stored, Readable(password));
                renewed = mayRenew && verdict == PasswordVerificationResult.SuccessRehashNeeded ? hash.HashPassword(subject, password) : null;
            },
            ct);

        if (heard && renewed is not null && account is { DisabledAt: null })
        {
            account.PasswordHash = renewed;
            await accounts.UpdateAsync(account);
        }

        return heard && verdict != PasswordVerificationResult.Failed;
    }

    private static string Readable(string password) => password.Length <= LongestRead ? password : "";
}
