namespace IpNetwork.SignOn.Pages;

public sealed record SignInForm
{
    public string UserName { get; init; } = "";

    public string? ReturnUrl { get; init; }

    public string? UserNameError { get; init; }

    public string? PasswordError { get; init; }

    /// <summary>What went wrong as a whole, and what to do.</summary>
    public string? Failure { get; init; }
}
