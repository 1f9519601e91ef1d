namespace IpNetwork.SignOn;

/// <param name="Code">UPPER_SNAKE.</param>
/// <param name="Field">`userName`, `name` or `password`.</param>
/// <param name="Message">Chinese, for the person who asked.</param>
public sealed record AccountRefusal(string Code, string Field, string Message);

/// <summary>Either the account or why not.</summary>
public sealed record AccountOutcome(Guid? AccountId, IReadOnlyList<AccountRefusal> Refusals)
{
    public bool Succeeded => AccountId is not null;

    internal static AccountOutcome Done(Guid accountId) => new(accountId, []);

    internal static AccountOutcome Refused(params IEnumerable<AccountRefusal> refusals) => new(null, [.. refusals]);
}
