using System.Security.Cryptography;

namespace IpNetwork.App.Staff;

/// <summary>Passwords for demonstration accounts, different on every machine and kept in accounts.json.</summary>
internal static class Passwords
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public static string Next() => $"{RandomNumberGenerator.GetString(Letters, 5)}-{RandomNumberGenerator.GetString(Letters, 5)}-{RandomNumberGenerator.GetString(Letters, 5)}";
}
