namespace IpNetwork.SignOn;

/// <summary>Hears what happens at sign-on; the product writes its audit trail from it. Register as many as needed, any lifetime.</summary>
public interface ISignOnEvents
{
    public Task HearAsync(SignOnEvent happened, CancellationToken ct);
}

public abstract record SignOnEvent(DateTimeOffset At);

public sealed record SignedIn(DateTimeOffset At, Guid AccountId, Guid SessionId, string? Address) : SignOnEvent(At);

/// <param name="AccountId">Null when nobody has the user name; what was typed is not passed on, it may be a password.</param>
public sealed record SignInFailed(DateTimeOffset At, Guid? AccountId, SignInFailure Reason, string? Address) : SignOnEvent(At);

public sealed record SessionEnded(DateTimeOffset At, Guid AccountId, Guid SessionId, SessionEnd Reason) : SignOnEvent(At);

public sealed record PasswordChanged(DateTimeOffset At, Guid AccountId) : SignOnEvent(At);

public enum SignInFailure
{
    UnknownUserName,
    WrongPassword,
    AccountDisabled,
    AccountDelayed,
    AddressDelayed,
}
