namespace IpNetwork.App.Tenancy;

/// <summary>Keys the fingerprints of requests: a plain hash would let whoever reads the table try passwords and identity numbers against it.</summary>
internal sealed record FingerprintKey(byte[] Bytes);
