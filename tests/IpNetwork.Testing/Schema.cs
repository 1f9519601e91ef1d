using System.Security.Cryptography;
using IpNetwork.App;

namespace IpNetwork.Testing;

/// <summary>Names the schema a template database holds: another build may migrate differently.</summary>
internal static class Schema
{
    public static string Fingerprint() =>
        Convert.ToHexStringLower(SHA256.HashData([
            .. File.ReadAllBytes(typeof(Composition).Assembly.Location),
            .. File.ReadAllBytes(typeof(SignOn.SignOnOptions).Assembly.Location)]));
}
