using System.Security.Cryptography;
using System.Text.Json;
using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Provinces.Applying;

/// <summary>
/// Knows which parts of the pack read differently from the last apply. What people changed since stays theirs as long as the
/// pack says nothing new about it.
/// </summary>
internal sealed class MarkBook(PackMarks before)
{
    private readonly Dictionary<string, string> now = new(StringComparer.Ordinal);

    public PackMarks Now => new(now);

    public bool IsNew(string part, params object?[] says)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(says, WireJson.Options)))[..16];
        now[part] = hash;
        return before.Hashes.GetValueOrDefault(part) != hash;
    }
}
