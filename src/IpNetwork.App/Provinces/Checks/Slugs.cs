using System.Collections.Frozen;
using System.Text.RegularExpressions;
using IpNetwork.App.Provinces.Reading;

namespace IpNetwork.App.Provinces.Checks;

/// <summary>A node's name in addresses.</summary>
internal static partial class Slugs
{
    private const int Longest = 40;

    private static readonly FrozenSet<string> Reserved = new[]
    {
        "api", "openapi", "health", "sign-in", "sign-out", "account", "lib", "css", "js", "img", "assets", "error", "plates",
        "favicon.ico", "robots.txt", "text-size", "accessibility",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static void Check(PackFile file, string field, string slug)
    {
        if (Reserved.Contains(slug))
        {
            file.Refuse(field, "SLUG_RESERVED", $"“{slug}”是系统用的地址，换一个网址名。");
        }
        else if (slug.Length is < 2 or > Longest || !WellFormed().IsMatch(slug))
        {
            file.Refuse(field, "BAD_SLUG", $"网址名应为 2 至 {Longest} 个小写字母、数字或连字符，以字母开头，连字符不连用也不在末尾。");
        }
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex WellFormed();
}
