using Microsoft.AspNetCore.Http;

namespace IpNetwork.SignOn;

public sealed class SignOnOptions
{
    /// <summary>A login that acts as `ipnet_signon`.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>True in production: cookies carry the `__Host-` prefix and travel over https only.</summary>
    public bool RequireHttps { get; init; }

    /// <summary>What the data-protection keys are encrypted with at rest.</summary>
    public ProtectionSecrets ProtectionSecrets { get; init; } = ProtectionSecrets.None;

    /// <summary>False for a command that draws no form: it has no secret in production and must not leave a key in the open.</summary>
    public bool MakesKeys { get; init; } = true;

    /// <summary>What stands in the masthead of the sign-in page.</summary>
    public string SiteName { get; init; } = "知识产权公共服务平台";

    /// <summary>Where a person goes who signed in without having been on the way anywhere.</summary>
    public string HomePath { get; init; } = "/";

    /// <summary>Whether this visitor reads the pages in large text.</summary>
    public Func<HttpContext, bool> LargeText { get; init; } = _ => false;

    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromMinutes(30);

    public TimeSpan AbsoluteLimit { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long another process may go on believing in a session that was ended here.</summary>
    public TimeSpan SessionTrust { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>MLPS asks for three of four kinds of characters; length and guessability say more.</summary>
    public bool RequireMixedCharacters { get; init; }

    public int PasswordIterations { get; init; } = 210_000;

    public GuessLimit AccountLimit { get; init; } = new() { Free = 5, FirstDelay = TimeSpan.FromSeconds(5) };

    public GuessLimit AddressLimit { get; init; } = new() { Free = 30, FirstDelay = TimeSpan.FromSeconds(1) };

    /// <summary>Accounts that visitors make for themselves, by address.</summary>
    public GuessLimit SignUpLimit { get; init; } = new() { Free = 10, FirstDelay = TimeSpan.FromSeconds(10), LongestDelay = TimeSpan.FromMinutes(5) };

    internal string SessionCookie => Cookie("ipnet");

    internal string CsrfCookie => Cookie("ipnet-csrf");

    internal string DeviceCookie => Cookie("ipnet-device");

    private string Cookie(string name) => RequireHttps ? $"__Host-{name}" : name;
}
