using System.Text;
using System.Text.RegularExpressions;
using IpNetwork.App.Provinces.Reading;

namespace IpNetwork.App.Provinces.Checks;

/// <summary>Shapes of text that several files share.</summary>
internal static partial class Texts
{
    /// <summary>What two names or codes must share to be the same: width, case, blanks and punctuation make no difference.</summary>
    public static string Key(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));

    public static bool IsDivisionCode(string code) => DivisionCode().IsMatch(code);

    public static bool IsItemCode(string code) => ItemCode().IsMatch(code);

    public static bool IsWebAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    /// <summary>Tells every value that repeats an earlier one.</summary>
    public static void RefuseRepeats<T>(
        PackFile file, IReadOnlyList<T> rows, Func<T, object?> key, Func<int, string> field, string code, Func<T, string> message)
    {
        var seen = new HashSet<object>();
        foreach (var (place, row) in rows.Index())
        {
            if (key(row) is { } value && !seen.Add(value))
            {
                file.Refuse(field(place), code, message(row));
            }
        }
    }

    [GeneratedRegex(@"\A[0-9]{6}\z")]
    private static partial Regex DivisionCode();

    [GeneratedRegex(@"\A[A-Z0-9]+(-[A-Z0-9]+)*\z")]
    private static partial Regex ItemCode();
}
