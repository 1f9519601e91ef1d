using System.Reflection;
using System.Text;

namespace IpNetwork.SignOn.Passwords;

/// <summary>
/// Crosses out of a password what a guesser tries first: common words, also with 0 for o and the like, rows of keys,
/// years, repetitions, the person's own names. A password of which little is left is guessable.
/// </summary>
internal static class Guessable
{
    private const int EnoughLeft = 6;
    private const int ShortestRow = 4;

    private static readonly string[] Rows =
    [
        "01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p", "qazwsxedcrfvtgbyhnujmikolp", "!@#$%^&*()_+",
    ];

    private static readonly string[] Words = ReadWords();

    public static bool Is(string password, IEnumerable<string> own)
    {
        var text = password.ToLowerInvariant();
        var plain = string.Concat(text.Select(Plain));
        var crossed = new bool[text.Length];

        foreach (var word in Words.Concat(own.SelectMany(PartsOf)))
        {
            Cross(plain, word, crossed);
            Cross(text, word, crossed);
        }

        CrossRows(text, crossed);
        CrossYears(text, crossed);
        CrossRepetitions(text, crossed);
        return crossed.Count(c => !c) < EnoughLeft;
    }

    private static void Cross(string text, string word, bool[] crossed)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            crossed.AsSpan(at, word.Length).Fill(true);
        }
    }

    private static void CrossRows(string text, bool[] crossed)
    {
        foreach (var row in Rows.Concat(Rows.Select(Reversed)))
        {
            for (var at = 0; at + ShortestRow <= row.Length; at++)
            {
                Cross(text, row.Substring(at, ShortestRow), crossed);
            }
        }
    }

    private static void CrossYears(string text, bool[] crossed)
    {
        for (var year = 1940; year < 2060; year++)
        {
            Cross(text, $"{year}", crossed);
        }
    }

    // What stands a second time adds nothing: everything that equals what stood one period earlier goes.
    private static void CrossRepetitions(string text, bool[] crossed)
    {
        for (var period = 1; period <= text.Length / 2; period++)
        {
            var run = 0;
            for (var at = period; at < text.Length; at++)
            {
                run = text[at] == text[at - period] ? run + 1 : 0;
                if (run >= Math.Max(period, 2))
                {
                    crossed.AsSpan(at - run + 1, run).Fill(true);
                }
            }
        }
    }

    private static IEnumerable<string> PartsOf(string own)
    {
        var text = own.Normalize(NormalizationForm.FormC).ToLowerInvariant().Trim();
        return text.Split(' ', '@', '.', '-', '_').Append(text).Where(part => part.Length >= 2).Distinct();
    }

    private static char Plain(char c) => c switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => c,
    };

    private static string Reversed(string row) => string.Concat(row.Reverse());

    private static string[] ReadWords()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("common-passwords")
            ?? throw new InvalidOperationException("The list of common passwords is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
