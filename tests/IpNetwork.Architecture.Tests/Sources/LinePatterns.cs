using System.Text.RegularExpressions;

namespace IpNetwork.Architecture.Tests.Sources;

/// <summary>Finds forbidden words line by line; a file on the list of exceptions gives its reason.</summary>
internal static partial class LinePatterns
{
    public static IReadOnlyList<string> Find(IEnumerable<SourceFile> files, Regex forbidden) =>
    [
        .. files.SelectMany(file => file.Text.Split('\n').Select((line, index) => (file.Path, Line: Comment().Replace(line, ""), Number: index + 1)))
            .Where(found => forbidden.IsMatch(found.Line))
            .Select(found => $"{found.Path}:{found.Number} {found.Line.Trim()}"),
    ];

    public static string PathOf(string finding) => finding[..finding.IndexOf(':', StringComparison.Ordinal)];

    [GeneratedRegex(@"^\s*//.*$")]
    private static partial Regex Comment();
}
