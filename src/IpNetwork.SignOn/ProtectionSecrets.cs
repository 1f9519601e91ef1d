using System.Security.Cryptography;

namespace IpNetwork.SignOn;

/// <summary>What the data-protection keys are encrypted with in the database: the first encrypts, all of them decrypt.</summary>
public sealed class ProtectionSecrets
{
    private const int Length = 32;

    private readonly IReadOnlyList<byte[]> secrets;

    private ProtectionSecrets(IReadOnlyList<byte[]> secrets) => this.secrets = secrets;

    /// <summary>Keys lie in the database as they are: for development and tests.</summary>
    public static ProtectionSecrets None { get; } = new([]);

    public bool IsEmpty => secrets.Count == 0;

    internal byte[] Newest => secrets[0];

    /// <summary>Secrets of 32 bytes in base 64, separated by commas; null when one of them is not.</summary>
    public static ProtectionSecrets? Parse(string text)
    {
        var secrets = new List<byte[]>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var secret = new byte[Length];
            if (!Convert.TryFromBase64String(part, secret, out var written) || written != Length)
            {
                return null;
            }

            secrets.Add(secret);
        }

        return new(secrets);
    }

    internal byte[]? Named(string name) => secrets.FirstOrDefault(secret => NameOf(secret) == name);

    /// <summary>Tells secrets apart without telling them.</summary>
    internal static string NameOf(byte[] secret) => Convert.ToHexStringLower(SHA256.HashData([.. "ipnetwork protection secret"u8, .. secret]))[..16];
}
