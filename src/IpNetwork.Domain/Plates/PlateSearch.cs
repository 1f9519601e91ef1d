using System.Globalization;

namespace IpNetwork.Domain.Plates;

/// <summary>How typed words find a plate: in parts, whatever their width or case, with or without brackets.</summary>
public static class PlateSearch
{
    private const int MostParts = 8;

    /// <summary>The words looked for; each must be found.</summary>
    public static IReadOnlyList<string> Parts(string? typed) =>
        [.. (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Fold).Where(part => part.Length > 0).Distinct().Take(MostParts)];

    /// <summary>Full-width signs and letters read as ASCII; brackets, spaces and what cannot be seen fall away.</summary>
    public static string Fold(string text) => string.Concat(text
        .Select(c => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c)
        .Where(c => c is not ('(' or ')' or '[' or ']' or '【' or '】' or '〔' or '〕') && !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
        .Select(char.ToUpperInvariant));
}
