using System.Globalization;
using IpNetwork.Domain.Catalog;

namespace IpNetwork.App.Catalog;

/// <summary>Materials as a form writes them: one to a line, a note after a bar. A material that keeps its name keeps its code, so that waivers stay.</summary>
internal static class MaterialLines
{
    private const string None = "不需要";

    public static string Of(IReadOnlyList<RequiredDocument>? materials) => materials switch
    {
        null => "",
        [] => None,
        _ => string.Join('\n', materials.Select(material => material.Note is { } note ? $"{material.Name} | {note}" : material.Name)),
    };

    public static IReadOnlyList<RequiredDocument>? Read(string? text, IReadOnlyList<RequiredDocument>? before)
    {
        if (text is null or None)
        {
            return text is null ? null : [];
        }

        var known = (before ?? []).ToList();
        var taken = known.Select(material => material.Code).ToHashSet(StringComparer.Ordinal);
        return [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Document)];

        RequiredDocument Document(string line)
        {
            var parts = line.Split('|', 2, StringSplitOptions.TrimEntries);
            if (known.Find(material => material.Name == parts[0]) is { } same)
            {
                known.Remove(same);
                return same with { Note = parts.ElementAtOrDefault(1) };
            }

            var number = 1;
            while (!taken.Add(string.Create(CultureInfo.InvariantCulture, $"m{number}")))
            {
                number++;
            }

            return new(string.Create(CultureInfo.InvariantCulture, $"m{number}"), parts[0]) { Note = parts.ElementAtOrDefault(1) };
        }
    }
}
