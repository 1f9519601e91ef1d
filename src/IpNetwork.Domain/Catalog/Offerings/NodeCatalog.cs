using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog.Offerings;

/// <summary>What one node has published about the catalog: how it offers the province's items, and its own ones. Immutable.</summary>
public sealed class NodeCatalog
{
    private static readonly Dictionary<string, Timeline<OfferingVersion>> NoOfferings = [];
    private static readonly Dictionary<string, Timeline<OwnItemVersion>> NoItems = [];

    private readonly Dictionary<string, Timeline<OfferingVersion>> offerings;
    private readonly Dictionary<string, Timeline<OwnItemVersion>> ownItems;

    private NodeCatalog(CatalogNode node, Dictionary<string, Timeline<OfferingVersion>> offerings, Dictionary<string, Timeline<OwnItemVersion>> ownItems)
    {
        (Node, this.offerings, this.ownItems) = (node, offerings, ownItems);
        OwnItems = [.. ownItems.Values.OrderBy(history => history.Latest.ItemCode, StringComparer.Ordinal)];
    }

    public CatalogNode Node { get; }

    public IReadOnlyCollection<Timeline<OfferingVersion>> Offerings => offerings.Values;

    public IReadOnlyList<Timeline<OwnItemVersion>> OwnItems { get; }

    public static NodeCatalog Empty(CatalogNode node) => new(node, NoOfferings, NoItems);

    public static NodeCatalog Of(CatalogNode node, IEnumerable<OfferingVersion> offerings, IEnumerable<OwnItemVersion> ownItems)
    {
        var offered = Group(offerings, version => version.ItemCode);
        var own = Group(ownItems, version => version.ItemCode);
        return new(node, offered.Count == 0 ? NoOfferings : offered, own.Count == 0 ? NoItems : own);
    }

    /// <summary>The same publications under the node's present kind, status and place.</summary>
    public NodeCatalog At(CatalogNode node) => new(node, offerings, ownItems);

    public NodeCatalog With(OfferingVersion version) => new(Node, Add(offerings, version.ItemCode, version), ownItems);

    public NodeCatalog With(OwnItemVersion version) => new(Node, offerings, Add(ownItems, version.ItemCode, version));

    public Timeline<OfferingVersion>? Offering(string code) => offerings.GetValueOrDefault(code);

    public Timeline<OwnItemVersion>? OwnItem(string code) => ownItems.GetValueOrDefault(code);

    /// <summary>Suspends, cancels or restores one of the node's own items.</summary>
    public Outcome<OwnItemVersion> Turn(
        BaseCatalog catalog, string code, ItemState to, string? reason, DateOnly effectiveOn, DateTimeOffset now, Guid id)
    {
        var from = EffectiveDay.At(effectiveOn, now);
        if (OwnItem(code) is not { } history || history.At(from.IsDone ? from.Value : now) is not { } current)
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
        if (refusals.Count == 0 && to is ItemState.InUse)
        {
            refusals.AddRange(catalog.Copies(code, current.Content, from.Value));
        }

        return refusals.Count > 0
            ? Outcome.Refused<OwnItemVersion>(refusals)
            : current.Turn(id, history.Latest.Version + 1, from.Value, to, reason!.Trim(), now);
    }

    private static Dictionary<string, Timeline<T>> Group<T>(IEnumerable<T> versions, Func<T, string> code)
        where T : class, IDatedVersion =>
        versions.GroupBy(code, StringComparer.Ordinal).ToDictionary(group => group.Key, Timeline<T>.Of, StringComparer.Ordinal);

    private static Dictionary<string, Timeline<T>> Add<T>(Dictionary<string, Timeline<T>> histories, string code, T version)
        where T : class, IDatedVersion =>
        new(histories, StringComparer.Ordinal)
        {
            [code] = histories.TryGetValue(code, out var history) ? history.With(version) : Timeline<T>.Of([version]),
        };
}
