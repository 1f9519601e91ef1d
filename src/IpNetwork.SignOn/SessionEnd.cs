namespace IpNetwork.SignOn;

/// <summary>What ended a session.</summary>
public enum SessionEnd
{
    SignedOut,
    Replaced,
    Idle,
    Expired,
    PasswordChanged,
    EndedByOwner,
    EndedByAdministrator,
    AccountDisabled,
}
