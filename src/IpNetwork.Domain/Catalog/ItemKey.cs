using System.Text;

namespace IpNetwork.Domain.Catalog;

/// <summary>Text made comparable: full and half width, case, blanks and punctuation make no difference.</summary>
public static class ItemKey
{
    /// <summary>What two names or codes must share to be the same.</summary>
    public static string Of(string? text)
    {
        var folded = Fold(text);
        var key = new StringBuilder(folded.Length);
        foreach (var character in folded)
        {
            if (char.IsLetterOrDigit(character))
            {
                key.Append(character);
            }
        }

        return key.ToString();
    }

    /// <summary>What search compares.</summary>
    public static string Fold(string? text)
    {
        try
        {
            return (text ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // A lone surrogate cannot be normalised, and matches nothing anyway.
            return "";
        }
    }
}
