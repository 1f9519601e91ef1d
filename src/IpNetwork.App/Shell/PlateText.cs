namespace IpNetwork.App.Shell;

/// <summary>A plate's text, taken apart so that the place in brackets can be set in brass.</summary>
public sealed record PlateText(string Before, string? Place, string After, string? Station = null)
{
    private const string Platform = "平台";
    private const string Subject = "知识产权";

    public string Full => Place is null ? $"{Before}{After}{Station}" : $"{Before}（{Place}）{After}{Station}";

    /// <summary>What follows the brackets where room is short, as in the bar of the workbench.</summary>
    public string ShortAfter => Station ?? (After.EndsWith(Platform, StringComparison.Ordinal) ? Platform : After);

    public string ShortName => Place is null ? $"{Before}{ShortAfter}" : $"{Before}（{Place}）{ShortAfter}";

    public static PlateText Parse(string text)
    {
        int open = text.IndexOf('（', StringComparison.Ordinal);
        int close = text.IndexOf('）', StringComparison.Ordinal);
        if (open > 0 && close > open)
        {
            var (after, station) = SplitStation(text[(close + 1)..]);
            return new(text[..open], text[(open + 1)..close], after, station);
        }

        int subject = text.IndexOf(Subject, StringComparison.Ordinal);
        return subject > 0 ? new(text[..subject], null, text[subject..]) : new(text, null, "");

        static (string After, string? Station) SplitStation(string rest)
        {
            int end = rest.IndexOf(Platform, StringComparison.Ordinal) + Platform.Length;
            return end >= Platform.Length && end < rest.Length ? (rest[..end], rest[end..]) : (rest, null);
        }
    }
}
