namespace IpNetwork.SignOn;

/// <summary>Names that the product, its pages and its tests share with sign-on.</summary>
public static class SignOnDefaults
{
    public const string Scheme = "IpNetwork.SignOn";

    public const string SignInPath = "/sign-in";
    public const string SignOutPath = "/sign-out";
    public const string AccountPath = "/account";

    public const string ReturnUrl = "returnUrl";

    public const string CsrfHeader = "X-CSRF-TOKEN";
    public const string CsrfField = "__csrf";

    /// <summary>Claim: the account, a Guid.</summary>
    public const string Subject = "sub";

    /// <summary>Claim: the person's name as it is shown.</summary>
    public const string Name = "name";

    /// <summary>Claim: the session, a Guid. It names the session and does not open it.</summary>
    public const string SessionId = "sid";
}
