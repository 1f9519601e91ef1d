using System.Globalization;
using System.Text;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Files;

/// <summary>A file's name as its owner knows it. It is shown and given back; it never becomes a path of ours.</summary>
public sealed record FileName
{
    public const int Longest = 120;

    private const string PathCharacters = "/\\:*?\"<>|";

    private static readonly HashSet<string> OtherExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "exe", "dll", "com", "bat", "cmd", "scr", "pif", "msi", "msp", "jar", "js", "mjs", "jse", "vb", "vbs", "vbe", "wsf", "wsh", "ps1", "psm1", "hta", "cpl", "lnk", "url",
        "reg", "inf", "sh", "bash", "csh", "py", "pl", "rb", "php", "phtml", "php5", "asp", "aspx", "jsp", "jspx", "cgi", "html", "htm", "xhtml", "shtml", "mht", "svg", "swf", "xml",
        "apk", "ipa", "app", "dmg", "pkg", "deb", "rpm", "iso", "img", "vhd", "chm", "hlp", "doc", "docm", "dot", "dotm", "xls", "xlsm", "xlsb", "xlam", "ppt", "pptm", "pptx",
        "rar", "7z", "gz", "tgz", "bz2", "xz", "tar", "cab", "ace", "gif", "bmp", "tif", "tiff", "webp", "txt", "rtf",
    };

    private FileName(string text, FileKind kind) => (Text, Kind) = (text, kind);

    public string Text { get; }

    public FileKind Kind { get; }

    public static Outcome<FileName> Parse(string? typed, IReadOnlyCollection<FileKind> taken)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
        {
            return FileRefusals.NameRequired();
        }

        if (text.Length > Longest)
        {
            return FileRefusals.NameTooLong();
        }

        if (!IsPlain(text) || !IsPlain(Unescaped(text)))
        {
            return FileRefusals.NameCharacters();
        }

        // Full-width dots and percent signs hide an extension from a hasty reader, not from us.
        var parts = Unescaped(text).Normalize(NormalizationForm.FormKC).Split('.').Select(part => part.Trim()).ToArray();
        if (parts.Length < 2 || FileKinds.OfExtension(parts[^1]) is not { } kind || !taken.Contains(kind) || !text.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase))
        {
            return FileRefusals.TypeNotAllowed(taken);
        }

        return parts[1..^1].Any(part => OtherExtensions.Contains(part) || FileKinds.OfExtension(part) is not null)
            ? FileRefusals.DoubleExtension()
            : new FileName(text.Normalize(NormalizationForm.FormC), kind);
    }

    /// <summary>No character that a reader does not see, that turns the writing, or that means a place.</summary>
    private static bool IsPlain(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || (rune.IsBmp && PathCharacters.Contains((char)rune.Value)) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate)
            {
                return false;
            }
        }

        return text[0] is not '.' && text[^1] is not '.';
    }

    private static string Unescaped(string text) => text.Contains('%') && Uri.UnescapeDataString(text) is { Length: > 0 } plain ? plain : text;
}
