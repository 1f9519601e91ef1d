using System.Text.RegularExpressions;

namespace IpNetwork.Architecture.Tests.Arrows;

/// <summary>Reads what files import: using lines, whole names, and names that lean on the enclosing namespace.</summary>
internal static partial class Imports
{
    public static IReadOnlyList<string> Violations(IReadOnlyList<SourceFile> files)
    {
        var types = files.SelectMany(file => Declared(file).Select(type => (Namespace: Place.NamespaceOf(file.Path), Type: type)))
            .Where(t => t.Namespace.StartsWith("IpNetwork.App.", StringComparison.Ordinal))
            .Select(t => (Room: t.Namespace.Split('.')[2], t.Type))
            .ToHashSet();
        return [.. files.SelectMany(file => Violations(file, types)).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Violations(SourceFile file, HashSet<(string Room, string Type)> types)
    {
        var own = Place.NamespaceOf(file.Path);
        if (Place.Of(own) is not { } place)
        {
            yield break;
        }

        if (GlobalUsing().IsMatch(file.Text) || file.Path.EndsWith("_Imports.razor", StringComparison.Ordinal) && OwnNames().IsMatch(file.Text))
        {
            yield return $"{file.Path}: imports an own namespace for everybody, which hides arrows";
        }

        foreach (var name in Named(file.Text, own, types))
        {
            if (Place.Of(name) is { } other && !place.MayImport(other))
            {
                yield return $"{file.Path}: {place.Room} imports {other.Room}";
            }
        }
    }

    private static IEnumerable<string> Named(string text, string own, HashSet<(string Room, string Type)> types)
    {
        var code = Comments().Replace(Strings().Replace(text, "\"\""), "");
        foreach (Match match in OwnNames().Matches(code))
        {
            yield return match.Value;
        }

        foreach (Match match in Leaning().Matches(code))
        {
            yield return $"IpNetwork.{match.Value}";
        }

        if (!own.StartsWith("IpNetwork.App", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (Match match in Dotted().Matches(code))
        {
            if (types.Contains((match.Groups["room"].Value, match.Groups["type"].Value)))
            {
                yield return $"IpNetwork.App.{match.Groups["room"].Value}";
            }
        }
    }

    private static IEnumerable<string> Declared(SourceFile file) =>
        file.Path.EndsWith(".razor", StringComparison.Ordinal)
            ? [Path.GetFileNameWithoutExtension(file.Path)]
            : Declarations().Matches(file.Text).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"^\s*global\s+using\s+(static\s+)?IpNetwork", RegexOptions.Multiline)]
    private static partial Regex GlobalUsing();

    [GeneratedRegex(@"(?<![\w.])IpNetwork(\.[A-Z]\w*)+")]
    private static partial Regex OwnNames();

    [GeneratedRegex(@"(?<![\w.@])(SignOn|Domain|LocalPostgres)(\.[A-Z]\w*)+")]
    private static partial Regex Leaning();

    [GeneratedRegex(@"(?<![\w.])(?<room>[A-Z]\w*)\.(?:[A-Z]\w*\.)?(?<type>[A-Z]\w*)")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\b(class|record|struct|enum|interface)\s+(struct\s+|class\s+)?(?<name>[A-Z]\w*)")]
    private static partial Regex Declarations();

    [GeneratedRegex(@"^\s*//.*$|<!--.*?-->|@\*.*?\*@", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex("\"(?:[^\"\\\\\n]|\\\\.)*\"")]
    private static partial Regex Strings();
}
