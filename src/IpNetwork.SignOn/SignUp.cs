using System.Net;
using IpNetwork.SignOn.SignIn;
using Microsoft.AspNetCore.Http;

namespace IpNetwork.SignOn;

/// <summary>
/// An account that a visitor makes for himself, signed in at once. Somebody who fills the form again with his own name and password
/// is only signed in: a form sent twice makes one account.
/// </summary>
public sealed class SignUp
{
    private readonly Accounts accounts;
    private readonly SignInAttempt attempt;
    private readonly Throttling throttling;
    private readonly HashGate gate;
    private readonly SignOnOptions options;

    internal SignUp(Accounts accounts, SignInAttempt attempt, Throttling throttling, HashGate gate, SignOnOptions options)
    {
        (this.accounts, this.attempt, this.throttling, this.gate, this.options) = (accounts, attempt, throttling, gate, options);
    }

    /// <summary>What is wrong with the three by themselves; asks nobody and hashes nothing.</summary>
    public IReadOnlyList<AccountRefusal> Check(string userName, string name, string password) => accounts.Check(userName, name, password);

    /// <returns>How long this address has to wait; null where it may try. Counted before anything is looked up.</returns>
    public Task<TimeSpan?> CountAsync(IPAddress? address, CancellationToken ct) => throttling.TryAsync($"sign-up:{Guesser.Address(address)}", options.SignUpLimit, ct);

    public async Task<AccountOutcome> MakeAsync(HttpContext http, string userName, string name, string password, CancellationToken ct)
    {
        var made = await accounts.CreateAsync(userName, name, password, gate, ct);
        if (!made.Succeeded && made.Refusals[0] != AccountRefusals.Taken)
        {
            return made;
        }

        var answer = await attempt.MakeAsync(http, userName, password, ct);
        return answer.AccountId is { } account ? AccountOutcome.Done(account)
            : made.Succeeded ? AccountOutcome.Refused(AccountRefusals.Busy)
            : made;
    }
}
