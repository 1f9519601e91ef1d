using System.Buffers.Text;
using System.Globalization;
using System.Text;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog.Portal;

/// <summary>What is looked for in a node's list, read strictly; pages follow the place in the list, not a count.</summary>
internal sealed record ServiceQuery(string? Text, string? Category, string? Kind, ServiceCursor? After, int Limit)
{
    public const string Base = "base";
    public const string ValueAdded = "value-added";
    public const int LongestText = 60;

    public static ServiceQuery Read(QueryReader query) =>
        new(query.Text("q", LongestText), query.Text("category", 50), query.Word("kind", Base, ValueAdded), ServiceCursor.Read(query), query.Limit());

    public ServicePage Of(IReadOnlyList<EffectiveItem> items)
    {
        var found = CatalogSearch.Find(items, Text).Where(hit => Takes(hit.Item)).ToList();
        var page = found.SkipWhile(hit => After is not null && ServiceCursor.Of(hit).CompareTo(After) <= 0).Take(Limit + 1).ToList();
        var next = page.Count > Limit ? ServiceCursor.Of(page[Limit - 1]).ToString() : null;
        return new([.. page.Take(Limit).Select(hit => hit.Item)], found.Count, next);
    }

    /// <summary>Whatever its words say.</summary>
    public bool Takes(EffectiveItem item) =>
        (Kind is null || item.IsPersonalised == (Kind == ValueAdded)) && (Category is null || item.Content.Category == Category);
}

internal sealed record ServicePage(IReadOnlyList<EffectiveItem> Items, int Total, string? Next);

/// <summary>An item's place in the list: how well it was found, whose it is, its number, its code.</summary>
internal sealed record ServiceCursor(int Score, bool IsPersonalised, int Order, string Code) : IComparable<ServiceCursor>
{
    public static ServiceCursor Of(SearchHit hit) => new(hit.Score, hit.Item.IsPersonalised, hit.Item.Content.OrderNo ?? int.MaxValue, hit.Item.Code);

    public static ServiceCursor? Read(QueryReader query)
    {
        if (query.Text("cursor", 200) is not { } text)
        {
            return null;
        }

        if (TryParse(text) is { } cursor)
        {
            return cursor;
        }

        query.Refuse(Refusal.Input("BAD_CURSOR", "cursor", "翻页标记不对，请从第一页重新开始。"));
        return null;
    }

    public int CompareTo(ServiceCursor? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byRank = (-Score, IsPersonalised, Order).CompareTo((-other.Score, other.IsPersonalised, other.Order));
        return byRank != 0 ? byRank : string.CompareOrdinal(Code, other.Code);
    }

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Score}.{(IsPersonalised ? 1 : 0)}.{Order}.{Code}")));

    private static ServiceCursor? TryParse(string text)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('.', 4);
        return parts is [var score, "0" or "1", var order, { Length: > 0 } code]
            && int.TryParse(score, NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
            && int.TryParse(order, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(rank, parts[1] == "1", number, code)
            : null;
    }
}
