using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IpNetwork.SignOn.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IpNetwork.SignOn.Passwords;

/// <summary>Identity's PBKDF2-SHA512, over the one Unicode form that every keyboard's input comes down to.</summary>
internal sealed class PasswordHash : IPasswordHasher<Account>
{
    private const int SaltLength = 16;
    private const int KeyLength = 32;

    private readonly PasswordHasher<Account> inner;

    public PasswordHash(SignOnOptions options)
    {
        inner = new(Options.Create(new PasswordHasherOptions { IterationCount = options.PasswordIterations }));
        Decoy = MakeDecoy(options.PasswordIterations);
    }

    /// <summary>Costs as much to check as a real one and fits no password, for user names that nobody has.</summary>
    public string Decoy { get; }

    public string HashPassword(Account user, string password) => inner.HashPassword(user, Normal(password));

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        inner.VerifyHashedPassword(user, hashedPassword, Normal(providedPassword));

    private static string Normal(string password) => password.Normalize(NormalizationForm.FormC);

    private static string MakeDecoy(int iterations)
    {
        var hash = new byte[13 + SaltLength + KeyLength];
        hash[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(1), 2); // HMAC-SHA512
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(5), (uint)iterations);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(9), SaltLength);
        RandomNumberGenerator.Fill(hash.AsSpan(13));
        return Convert.ToBase64String(hash);
    }
}
