using System.Text;
using System.Text.RegularExpressions;

namespace IpNetwork.Architecture.Tests.Documents;

/// <summary>Which test carries which rule, read from the tests' own marks.</summary>
internal static partial class Traceability
{
    public const string Document = "docs/traceability.md";
    public const string Command = "IPNETWORK_WRITE_TRACE=1 dotnet test tests/IpNetwork.Architecture.Tests --filter Traceability";
    private const string Rules = "tests/IpNetwork.Architecture.Tests/Documents/rules.txt";

    public static IReadOnlyList<string> Known => [.. Repository.Read(Rules).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Rule → project, class and sentence.</summary>
    public static ILookup<string, string> Carried(IEnumerable<SourceFile> tests) =>
        tests.SelectMany(Marks).Distinct().OrderBy(mark => mark.Test, StringComparer.Ordinal).ToLookup(mark => mark.Rule, mark => mark.Test);

    public static string Write(IReadOnlyList<string> known, ILookup<string, string> carried)
    {
        var text = new StringBuilder();
        text.Append("# Which test carries which rule\n\n");
        text.Append(Invariant($"Generated from the tests' `Rule` marks; do not edit. To write it anew:\n\n```\n{Command}\n```\n\n"));
        text.Append(Invariant($"{known.Count(carried.Contains)} of {known.Count} rules are carried by a test. The rest is not built yet and stands at the end.\n"));
        foreach (var room in carried.Select(rule => rule.Key).GroupBy(RoomOf).OrderBy(room => room.Key, StringComparer.Ordinal))
        {
            text.Append(Invariant($"\n## {room.Key}\n\n| Rule | Tests |\n|---|---|\n"));
            foreach (var rule in room.Order(StringComparer.Ordinal))
            {
                text.Append(Invariant($"| {rule} | {string.Join("<br>", carried[rule])} |\n"));
            }
        }

        text.Append("\n## Not built yet\n\n");
        foreach (var room in known.Where(rule => !carried.Contains(rule)).GroupBy(RoomOf).OrderBy(room => room.Key, StringComparer.Ordinal))
        {
            text.Append(Invariant($"- {string.Join(" ", room)}\n"));
        }

        return text.ToString();
    }

    private static IEnumerable<(string Rule, string Test)> Marks(SourceFile file)
    {
        var home = $"{file.Path.Split('/')[1]["IpNetwork.".Length..]} · {Path.GetFileNameWithoutExtension(file.Path)}";
        var onClass = new List<string>();
        var waiting = new List<string>();
        foreach (var line in file.Text.Split('\n'))
        {
            waiting.AddRange(Mark().Matches(line).Select(match => match.Groups["rule"].Value));
            if (Class().IsMatch(line))
            {
                (onClass, waiting) = (waiting, []);
            }
            else if (Method().Match(line) is { Success: true } method)
            {
                foreach (var rule in waiting.Concat(onClass))
                {
                    yield return (rule, $"{home}: {method.Groups["name"].Value.Replace('_', ' ')}");
                }

                waiting = [];
            }
        }
    }

    private static string RoomOf(string rule) => rule.Split('-')[0];

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex(@"Trait\(""Rule"",\s*""(?<rule>[^""]+)""\)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*(public|internal)\s+(sealed\s+|abstract\s+|partial\s+|static\s+)*class\s")]
    private static partial Regex Class();

    [GeneratedRegex(@"^\s*public\s+(async\s+)?(static\s+)?[\w<>]+\s+(?<name>\w+)\(")]
    private static partial Regex Method();
}
