using System.Globalization;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Shell;

/// <summary>Reads a list's query parameters strictly and gathers what is wrong with them by field.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;

    private readonly List<Refusal> refusals = [];

    public IReadOnlyList<Refusal> Refusals => refusals;

    public void Refuse(Refusal refusal) => refusals.Add(refusal);

    public string? Text(string name, int maxLength = 100)
    {
        var text = query[name].ToString().Trim();
        if (text.Length > maxLength)
        {
            refusals.Add(Refusal.Input("TOO_LONG", name, $"最多 {maxLength} 个字，请缩短后再试。"));
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    public int Limit() => Number("limit", DefaultLimit, 1, MaxLimit);

    public int Number(string name, int fallback, int min, int max)
    {
        var text = query[name].ToString();
        if (text.Length == 0)
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        refusals.Add(Refusal.Input("OUT_OF_RANGE", name, $"请填 {min}—{max} 之间的整数。"));
        return fallback;
    }

    public T? Choice<T>(string name) where T : struct, Enum
    {
        var text = query[name].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        if (Enum.TryParse<T>(text, ignoreCase: false, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]))
        {
            return value;
        }

        refusals.Add(Refusal.Input("UNKNOWN_VALUE", name, $"只能是：{string.Join("、", Enum.GetNames<T>())}。"));
        return null;
    }

    public DateOnly? Day(string name)
    {
        var text = query[name].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 3000)
        {
            return day;
        }

        refusals.Add(Refusal.Input("BAD_DATE", name, "请写成 2026-04-09。"));
        return null;
    }

    public Guid? Id(string name)
    {
        var text = query[name].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        if (Guid.TryParseExact(text, "D", out var id))
        {
            return id;
        }

        refusals.Add(Refusal.Input("UNKNOWN_VALUE", name, "这个值不是本列表给出的，请从第一页看起。"));
        return null;
    }

    public bool Flag(string name)
    {
        var text = query[name].ToString();
        if (text is not ("" or "true" or "false"))
        {
            refusals.Add(Refusal.Input("UNKNOWN_VALUE", name, "只能是：true、false。"));
        }

        return text == "true";
    }

    /// <summary>One of a few words of the wire that are no enumeration.</summary>
    public string? Word(string name, params string[] words)
    {
        var text = query[name].ToString();
        if (text.Length == 0 || words.Contains(text, StringComparer.Ordinal))
        {
            return text.Length == 0 ? null : text;
        }

        refusals.Add(Refusal.Input("UNKNOWN_VALUE", name, $"只能是：{string.Join("、", words)}。"));
        return null;
    }

    public DateTimeOffset? Instant(string name)
    {
        var text = query[name].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"],
                CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && instant.Year is > 1900 and < 3000)
        {
            return instant.ToUniversalTime();
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 3000)
        {
            return ChinaTime.StartOf(day);
        }

        refusals.Add(Refusal.Input("BAD_DATE", name, "请写成 2026-04-09 或 2026-04-09T08:00:00+08:00。"));
        return null;
    }
}

/// <summary>A page of a list and where the next one begins.</summary>
internal sealed record ListOf<T>(IReadOnlyList<T> Items, string? NextCursor);
