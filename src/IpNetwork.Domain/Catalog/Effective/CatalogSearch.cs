namespace IpNetwork.Domain.Catalog.Effective;

public readonly record struct SearchHit(EffectiveItem Item, int Score);

/// <summary>
/// Finds items by word parts. Every part of the query must stand in the name, the category or the text;
/// a query written without blanks that stands nowhere as a whole is taken apart into pairs of characters, most of which must be found.
/// </summary>
public static class CatalogSearch
{
    private const int WholeName = 1000;
    private const int NameStart = 600;
    private const int InName = 400;
    private const int InCategory = 100;
    private const int InBody = 10;
    private const int PairsNeededPercent = 60;

    /// <summary>Best first; equals keep the order they came in. An empty query finds everything.</summary>
    public static IReadOnlyList<SearchHit> Find(IReadOnlyList<EffectiveItem> items, string? query)
    {
        var parts = Parts(query);
        var hits = new List<SearchHit>();
        foreach (var item in items)
        {
            if (ScoreOfAll(item.Reading, parts) is { } score)
            {
                hits.Add(new(item, score));
            }
        }

        if (hits.Count == 0 && parts is [{ Length: > 2 } whole])
        {
            var pairs = Pairs(whole);
            foreach (var item in items)
            {
                if (ScoreOfMost(item.Reading, pairs) is { } score)
                {
                    hits.Add(new(item, score));
                }
            }
        }

        return parts.Count == 0 ? hits : [.. hits.OrderByDescending(hit => hit.Score)];
    }

    private static List<string> Parts(string? query)
    {
        var folded = ItemKey.Fold(query);
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i <= folded.Length; i++)
        {
            if (i == folded.Length || !char.IsLetterOrDigit(folded[i]))
            {
                if (i > start)
                {
                    parts.Add(folded[start..i]);
                }

                start = i + 1;
            }
        }

        return parts;
    }

    private static List<string> Pairs(string text) => [.. Enumerable.Range(0, text.Length - 1).Select(i => text.Substring(i, 2)).Distinct()];

    private static int? ScoreOfAll(ContentReading reading, List<string> parts)
    {
        var sum = 0;
        foreach (var part in parts)
        {
            var score = Score(reading, part);
            if (score == 0)
            {
                return null;
            }

            sum += score;
        }

        return sum;
    }

    private static int? ScoreOfMost(ContentReading reading, List<string> pairs)
    {
        var (sum, found) = (0, 0);
        foreach (var pair in pairs)
        {
            var score = Score(reading, pair);
            sum += score;
            found += score > 0 ? 1 : 0;
        }

        return found * 100 >= pairs.Count * PairsNeededPercent ? sum : null;
    }

    private static int Score(ContentReading reading, string part)
    {
        var at = reading.Name.IndexOf(part, StringComparison.Ordinal);
        return at >= 0 ? reading.Name.Length == part.Length ? WholeName : at == 0 ? NameStart : InName
            : reading.Category.Contains(part, StringComparison.Ordinal) ? InCategory
            : reading.Body.Contains(part, StringComparison.Ordinal) ? InBody
            : 0;
    }
}
