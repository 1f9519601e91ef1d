using System.Text;
using IpNetwork.SignOn.Data;
using IpNetwork.SignOn.Passwords;
using IpNetwork.SignOn.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.SignOn;

/// <summary>The accounts of the whole deployment, one per person.</summary>
public sealed class Accounts
{
    private readonly SignOnDb db;
    private readonly UserManager<Account> manager;
    private readonly PasswordRules rules;
    private readonly Sessions sessions;
    private readonly TimeProvider clock;

    internal Accounts(SignOnDb db, UserManager<Account> manager, PasswordRules rules, Sessions sessions, TimeProvider clock)
    {
        (this.db, this.manager, this.rules, this.sessions, this.clock) = (db, manager, rules, sessions, clock);
    }

    /// <param name="password">Null makes an account that cannot sign in by password yet; that spares the hashing.</param>
    public Task<AccountOutcome> CreateAsync(string userName, string name, string? password, CancellationToken ct) => CreateAsync(userName, name, password, null, ct);

    /// <summary>For records that know their person before there is an account: a demonstration's.</summary>
    public Task<AccountOutcome> CreateAsync(Guid id, string userName, string name, string? password, CancellationToken ct) => CreateAsync(New(userName, name, id), password, null, ct);

    internal IReadOnlyList<AccountRefusal> Check(string userName, string name, string password) => [.. Refuse(New(userName, name), password)];

    /// <param name="gate">Where the password is hashed in turn; who is trusted to ask hashes at once.</param>
    internal Task<AccountOutcome> CreateAsync(string userName, string name, string? password, HashGate? gate, CancellationToken ct) => CreateAsync(New(userName, name), password, gate, ct);

    private async Task<AccountOutcome> CreateAsync(Account account, string? password, HashGate? gate, CancellationToken ct)
    {
        AccountRefusal[] refusals = [.. Refuse(account, password)];
        if (refusals.Length > 0)
        {
            return AccountOutcome.Refused(refusals);
        }

        if (await manager.FindByNameAsync(account.UserName ?? "") is not null)
        {
            return AccountOutcome.Refused(AccountRefusals.Taken);
        }

        try
        {
            if (gate is not null && password is not null && !await gate.RunAsync(() => account.PasswordHash = manager.PasswordHasher.HashPassword(account, password), ct))
            {
                return AccountOutcome.Refused(AccountRefusals.Busy);
            }

            var result = password is null || gate is not null ? await manager.CreateAsync(account) : await manager.CreateAsync(account, password);
            return result.Succeeded ? AccountOutcome.Done(account.Id) : AccountOutcome.Refused(Explain(result));
        }
        catch (DbUpdateException clash) when (clash.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return AccountOutcome.Refused(AccountRefusals.Taken);
        }
    }

    /// <summary>A new password without the old one; every session ends.</summary>
    public async Task<AccountOutcome> ResetPasswordAsync(Guid accountId, string password, CancellationToken ct)
    {
        var account = await manager.FindByIdAsync(accountId.ToString()) ?? throw new InvalidOperationException("There is no such account.");
        AccountRefusal[] refusals = [.. Refuse(account, password)];
        if (refusals.Length > 0)
        {
            return AccountOutcome.Refused(refusals);
        }

        account.PasswordHash = manager.PasswordHasher.HashPassword(account, password);
        await manager.UpdateSecurityStampAsync(account);
        await sessions.EndAllAsync(accountId, SessionEnd.EndedByAdministrator, except: null, ct);
        return AccountOutcome.Done(accountId);
    }

    public Task<AccountSummary?> FindAsync(Guid accountId, CancellationToken ct) =>
        Summaries(db.Accounts.Where(a => a.Id == accountId)).FirstOrDefaultAsync(ct);

    public async Task<AccountSummary?> FindByUserNameAsync(string userName, CancellationToken ct)
    {
        var normal = UserNames.Normal(userName);
        if (!UserNames.IsAllowed(normal))
        {
            return null;
        }

        var wanted = manager.NormalizeName(normal);
        return await Summaries(db.Accounts.Where(a => a.NormalizedUserName == wanted)).FirstOrDefaultAsync(ct);
    }

    public async Task<IReadOnlyList<AccountSummary>> FindManyAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken ct) =>
        await Summaries(db.Accounts.Where(a => accountIds.Contains(a.Id))).ToListAsync(ct);

    /// <summary>Shuts the account and ends its sessions on every process.</summary>
    public async Task DisableAsync(Guid accountId, CancellationToken ct)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Accounts
            .Where(a => a.Id == accountId && a.DisabledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, now), ct);
        await sessions.EndAllAsync(accountId, SessionEnd.AccountDisabled, except: null, ct);
    }

    public async Task EnableAsync(Guid accountId, CancellationToken ct) =>
        await db.Accounts.Where(a => a.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, (DateTimeOffset?)null), ct);

    /// <returns>How many there were.</returns>
    public Task<int> EndSessionsAsync(Guid accountId, CancellationToken ct) =>
        sessions.EndAllAsync(accountId, SessionEnd.EndedByAdministrator, except: null, ct);

    private Account New(string userName, string name, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(),
        UserName = UserNames.Normal(userName),
        Name = name.Trim().Normalize(NormalizationForm.FormC),
        CreatedAt = clock.GetUtcNow(),
    };

    // The rules were asked before; between then and now somebody else may have taken the name.
    private static AccountRefusal Explain(IdentityResult result) =>
        result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.DuplicateUserName))
            ? AccountRefusals.Taken
            : throw new InvalidOperationException($"Identity refused what the rules allowed: {string.Join(", ", result.Errors.Select(e => e.Code))}");

    private IEnumerable<AccountRefusal> Refuse(Account account, string? password)
    {
        if (!UserNames.IsAllowed(account.UserName ?? ""))
        {
            yield return AccountRefusals.UserName;
        }

        if (account.Name.Length is 0 or > Limits.Name || account.Name.Any(char.IsControl))
        {
            yield return AccountRefusals.Name;
        }

        foreach (var error in password is null ? [] : rules.Check(password, account.UserName ?? "", account.Name))
        {
            yield return new(error.Code, "password", error.Description);
        }
    }

    private static IQueryable<AccountSummary> Summaries(IQueryable<Account> accounts) =>
        accounts.Select(a => new AccountSummary(a.Id, a.UserName ?? "", a.Name, a.CreatedAt, a.DisabledAt));
}
