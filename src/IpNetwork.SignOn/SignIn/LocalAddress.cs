namespace IpNetwork.SignOn.SignIn;

internal static class LocalAddress
{
    /// <returns>The address in its encoded form, or null when it leads anywhere but to a page of this very site.</returns>
    public static string? From(string? address)
    {
        if (address is not ['/', ..] || address.Length > 2000 || address.Any(c => c == '\\' || char.IsControl(c)))
        {
            return null;
        }

        if (!Uri.TryCreate($"http://here{address}", UriKind.Absolute, out var uri) || uri.Host != "here" || !uri.IsDefaultPort || uri.UserInfo.Length > 0)
        {
            return null;
        }

        // The parser has taken `.` and `..` out, which can bring two slashes together.
        var local = uri.PathAndQuery + uri.Fragment;
        return local.StartsWith("//", StringComparison.Ordinal) || IsOwn(uri.AbsolutePath) ? null : local;
    }

    private static bool IsOwn(string path) => path is SignOnDefaults.SignInPath or SignOnDefaults.SignOutPath;
}
