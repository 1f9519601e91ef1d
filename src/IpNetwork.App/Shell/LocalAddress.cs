namespace IpNetwork.App.Shell;

/// <summary>An address to come back to that stays on this site.</summary>
internal static class LocalAddress
{
    private const int Longest = 2000;

    public static string Or(string? address, string fallback) =>
        address is ['/', ..] && address.Length <= Longest && !address.StartsWith("//", StringComparison.Ordinal)
        && address.All(c => c is not '\\' && !char.IsControl(c)) && Uri.TryCreate($"http://here{address}", UriKind.Absolute, out var uri) && uri.Host == "here"
        && !uri.PathAndQuery.StartsWith("//", StringComparison.Ordinal)
            ? uri.PathAndQuery + uri.Fragment
            : fallback;
}
