using System.Globalization;

namespace IpNetwork.Domain.Kernel;

/// <summary>
/// What people call a record by, such as <c>SL20261127-7K3M9Q-D</c>: whose, the day, six characters drawn by chance and a check character.
/// It tells nobody how many there are, and a slip of the pen is noticed. Unique by its table's key; on a clash another is drawn.
/// </summary>
public sealed record RecordNumber
{
    /// <summary>Base 32 without I, L, O and U, which are read for others.</summary>
    public const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int Drawn = 6;
    private const string Checks = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    private RecordNumber(string text) => Text = text;

    public string Text { get; }

    /// <param name="prefix">Capital letters and digits.</param>
    /// <param name="draw">A number below the given one, by chance.</param>
    public static RecordNumber Next(string prefix, DateOnly day, Func<int, int> draw)
    {
        while (true)
        {
            var drawn = string.Concat(Enumerable.Range(0, Drawn).Select(_ => Letters[draw(Letters.Length)]));
            var body = $"{prefix}{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{drawn}";

            // A check character that is read for another would spoil what it is for.
            if (Check(body) is var check && Letters.Contains(check, StringComparison.Ordinal))
            {
                return new($"{body}-{check}");
            }
        }
    }

    /// <summary>As somebody typed it: small letters, full-width forms, and I, L, O for 1 and 0. Null where it is none.</summary>
    public static RecordNumber? Find(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length is 0 or > TypedText.Longest)
        {
            return null;
        }

        text = TypedText.Nfkc(text).ToUpperInvariant();
        if (text.Split('-') is not [{ Length: > 8 } head, { Length: Drawn } drawn, { Length: 1 } check] || !head.All(char.IsAsciiLetterOrDigit) || !head[^8..].All(char.IsAsciiDigit))
        {
            return null;
        }

        var (read, mark) = (Meant(drawn), Meant(check));
        return read.All(c => Letters.Contains(c, StringComparison.Ordinal)) && Check($"{head}-{read}") == mark[0] ? new RecordNumber($"{head}-{read}-{mark}") : null;
    }

    public override string ToString() => Text;

    private static string Meant(string text) => text.Replace('O', '0').Replace('I', '1').Replace('L', '1');

    // ISO/IEC 7064, MOD 37-2: finds every wrong character and every two that changed places.
    private static char Check(string body) =>
        Checks[(Checks.Length + 1 - body.Where(c => c != '-').Aggregate(0, (sum, c) => (sum + Checks.IndexOf(c, StringComparison.Ordinal)) * 2 % Checks.Length)) % Checks.Length];
}
