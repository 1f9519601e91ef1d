namespace IpNetwork.App.Shell;

/// <summary>The reader's choice of larger text, kept in a cookie so that it holds without script and without a session.</summary>
internal static class TextSize
{
    public const string Cookie = "text-size";
    public const string Large = "large";
    public const string Normal = "normal";

    public static bool IsLarge(HttpContext context) => context.Request.Cookies[Cookie] == Large;
}
