using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace IpNetwork.SignOn.SignIn;

/// <summary>
/// Marks a browser in which somebody has signed in before. Its guesses are counted by themselves, so that a stranger who
/// guesses at a name all day does not keep its owner waiting.
/// </summary>
internal sealed class KnownDevice(IDataProtectionProvider protection, SignOnOptions options)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("IpNetwork.SignOn.Device").ToTimeLimitedDataProtector();

    /// <returns>The key to count under when this browser knows the user name, else null.</returns>
    public string? Find(HttpRequest request, string userNameKey)
    {
        if (request.Cookies[options.DeviceCookie] is not { Length: > 0 } cookie)
        {
            return null;
        }

        try
        {
            var parts = protector.Unprotect(cookie).Split('|');
            return parts is [var device, var known] && known == userNameKey ? Guesser.Device(Guid.Parse(device)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Remember(HttpResponse response, string userNameKey) =>
        response.Cookies.Append(
            options.DeviceCookie,
            protector.Protect($"{Guid.CreateVersion7():N}|{userNameKey}", Lifetime),
            new() { HttpOnly = true, Secure = options.RequireHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Lifetime });
}
