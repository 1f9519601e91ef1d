using System.Globalization;
using System.Text;

namespace IpNetwork.Domain.Kernel;

/// <summary>Codes and names as people type them.</summary>
internal static class TypedText
{
    /// <summary>Longer than any code; beyond it nothing is normalised or quoted back.</summary>
    public const int Longest = 100;

    /// <summary>Full-width forms to ASCII. Broken surrogates, on which normalisation would throw, become the replacement character.</summary>
    public static string Nfkc(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())).Normalize(NormalizationForm.FormKC);

    /// <summary>A name for comparison: without blanks, brackets in full width (NAM-01). Not NFKC, which would turn them back.</summary>
    public static string Name(string? name) => string.Concat((name ?? "")
        .Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
        .Select(c => c switch { '(' => '（', ')' => '）', _ => c }));

    /// <summary>The first character that does not belong, with its place counted from 1.</summary>
    public static (int Place, string Shown)? FirstOther(string text, Func<char, int, bool> belongs)
    {
        var place = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || !belongs((char)rune.Value, place))
            {
                return (place + 1, Show(rune));
            }

            place++;
        }

        return null;
    }

    private static string Show(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.SpaceSeparator => "空格",
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => "不可见字符",
        _ => $"“{rune}”",
    };
}
