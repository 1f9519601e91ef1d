using System.Collections.Immutable;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog.Items;

/// <summary>The one catalog of a province with all its versions, past and to come. Immutable: a change makes another.</summary>
public sealed class BaseCatalog
{
    private readonly Dictionary<string, Timeline<BaseItemVersion>> byCode;

    private BaseCatalog(NodeId province, Dictionary<string, Timeline<BaseItemVersion>> byCode)
    {
        Province = province;
        this.byCode = byCode;
        Histories =
        [
            .. byCode.Values
                .OrderBy(history => history.Latest.Content.OrderNo ?? int.MaxValue)
                .ThenBy(history => history.Latest.ItemCode, StringComparer.Ordinal),
        ];
    }

    public NodeId Province { get; }

    /// <summary>Every item's versions, in the order of the list.</summary>
    public ImmutableArray<Timeline<BaseItemVersion>> Histories { get; }

    public static BaseCatalog Of(NodeId province, IEnumerable<BaseItemVersion> versions) =>
        new(province, versions.GroupBy(version => version.ItemCode, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, Timeline<BaseItemVersion>.Of, StringComparer.Ordinal));

    public BaseCatalog With(BaseItemVersion version) =>
        new(Province, new(byCode, StringComparer.Ordinal)
        {
            [version.ItemCode] = byCode.TryGetValue(version.ItemCode, out var history) ? history.With(version) : Timeline<BaseItemVersion>.Of([version]),
        });

    public Timeline<BaseItemVersion>? History(string code) => byCode.GetValueOrDefault(code);

    public BaseItemVersion? At(string code, DateTimeOffset instant) => byCode.GetValueOrDefault(code)?.At(instant);

    public IEnumerable<BaseItemVersion> At(DateTimeOffset instant) => Histories.Select(history => history.At(instant)).OfType<BaseItemVersion>();

    /// <summary>Suspends, cancels or restores an item everywhere (CAT-10).</summary>
    public Outcome<BaseItemVersion> Turn(string code, ItemState to, string? reason, DateOnly effectiveOn, DateTimeOffset now, Guid id)
    {
        var from = EffectiveDay.At(effectiveOn, now);
        if (History(code) is not { } history || history.At(from.IsDone ? from.Value : now) is not { } current)
        {
            return CatalogRefusals.UnknownItem(code);
        }

        var refusals = new List<Refusal>();
        if (ContentRules.OnState(current.Content.Name, current.State, to) is { } refusal)
        {
            refusals.Add(refusal);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            refusals.Add(CatalogRefusals.ReasonRequired());
        }

        refusals.AddRange(from.Refusals);
        if (refusals.Count == 0 && current.State is ItemState.Cancelled)
        {
            refusals.AddRange(Duplicates(code, current.Content, isNew: false, from.Value));
        }

        return refusals.Count > 0
            ? Outcome.Refused<BaseItemVersion>(refusals)
            : current.Turn(id, history.Latest.Version + 1, from.Value, to, reason!.Trim(), now);
    }

    /// <summary>Names and codes another item already has from that instant on (CAT-01).</summary>
    public IReadOnlyList<Refusal> Duplicates(string code, ItemContent content, bool isNew, DateTimeOffset from)
    {
        var (codeKey, nameKey, basicKey) = (ItemKey.Of(code), ItemKey.Of(content.Name), ItemKey.Of(content.BasicCode));
        var refusals = new List<Refusal>();
        foreach (var history in Histories)
        {
            if (ItemKey.Of(history.Latest.ItemCode) == codeKey)
            {
                if (isNew)
                {
                    refusals.Add(CatalogRefusals.DuplicateCode("code", code, history.Latest.Content.Name));
                }

                continue;
            }

            var others = Standing(history, from).ToList();
            if (nameKey.Length > 0 && others.Any(other => other.Reading.NameKey == nameKey))
            {
                refusals.Add(CatalogRefusals.DuplicateName(content.Name, history.Latest.ItemCode));
            }

            if (basicKey.Length > 0 && others.Any(other => ItemKey.Of(other.Content.BasicCode) == basicKey))
            {
                refusals.Add(CatalogRefusals.DuplicateCode("basicCode", content.BasicCode!, history.Latest.Content.Name));
            }
        }

        return refusals;
    }

    /// <summary>Whether a node's own item would copy one of the province's (CAT-06).</summary>
    public IReadOnlyList<Refusal> Copies(string code, ItemContent content, DateTimeOffset from)
    {
        var (codeKey, nameKey) = (ItemKey.Of(code), ItemKey.Of(content.Name));
        var refusals = new List<Refusal>();
        foreach (var history in Histories)
        {
            var others = Standing(history, from).ToList();
            if (ItemKey.Of(history.Latest.ItemCode) == codeKey)
            {
                refusals.Add(CatalogRefusals.CopiesBaseCode(code, history.Latest.Content.Name));
            }
            else if (nameKey.Length > 0 && others.Any(other => other.Reading.NameKey == nameKey))
            {
                refusals.Add(CatalogRefusals.CopiesBaseName(content.Name, history.Latest.ItemCode));
            }
        }

        return refusals;
    }

    /// <summary>Versions in force at the instant or later that have not left the catalog.</summary>
    private static IEnumerable<BaseItemVersion> Standing(Timeline<BaseItemVersion> history, DateTimeOffset from)
    {
        var current = history.At(from);
        return history.Line.Where(version => (version == current || version.EffectiveAt > from) && version.State is not ItemState.Cancelled);
    }
}
