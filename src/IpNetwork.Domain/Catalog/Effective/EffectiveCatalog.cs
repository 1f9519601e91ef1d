using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Catalog.Offerings;

namespace IpNetwork.Domain.Catalog.Effective;

/// <summary>
/// The catalog of one node: the province's items for its kind as the node offers them, its own items, and those its ancestors share downward.
/// Nothing else passes from a node to its children.
/// </summary>
public sealed class EffectiveCatalog
{
    private readonly NodeCatalog[] ancestors;

    public EffectiveCatalog(BaseCatalog province, NodeCatalog node, IEnumerable<NodeCatalog> ancestors)
    {
        (Province, NodeCatalog) = (province, node);
        this.ancestors =
        [
            .. ancestors
                .Where(above => above.OwnItems.Count > 0 && above.Node.Id != Node.Id && above.Node.Path.Covers(Node.Path)
                    && above.Node.Standing is CatalogStanding.Serving)
                .OrderByDescending(above => above.Node.Path.Depth),
        ];
    }

    public BaseCatalog Province { get; }

    public NodeCatalog NodeCatalog { get; }

    public CatalogNode Node => NodeCatalog.Node;

    private bool HasOwn => NodeCatalog.OwnItems.Count > 0 || ancestors.Length > 0;

    /// <summary>One item, cancelled ones included so that the page can say why.</summary>
    public EffectiveItem? Find(string code, DateTimeOffset instant)
    {
        if (Node.Standing is CatalogStanding.None)
        {
            return null;
        }

        if (Province.History(code) is { } history && FromBase(history, instant) is { } item)
        {
            return item;
        }

        return HasOwn && OwnVersion(code, instant) is { Version: { } own, History: { } versions } && !IsCopyOfBase(own, instant)
            ? FromOwn(own, versions, instant)
            : null;
    }

    public EffectiveItems At(DateTimeOffset instant)
    {
        var items = new List<EffectiveItem>(Province.Histories.Length);
        var cancelled = new List<EffectiveItem>();
        var copies = new List<OwnItemVersion>();
        if (Node.Standing is not CatalogStanding.None)
        {
            foreach (var history in Province.Histories)
            {
                if (FromBase(history, instant) is { } item)
                {
                    (item.State is ItemState.Cancelled ? cancelled : items).Add(item);
                }
            }

            if (HasOwn)
            {
                AddOwn(items, cancelled, copies, instant);
            }
        }

        return new(Node, instant, NextChangeAfter(instant), items, cancelled, copies);
    }

    /// <summary>The item as it stood under the versions a case was accepted under.</summary>
    public EffectiveItem? Under(ItemStamp stamp)
    {
        if (stamp.OwnedBy == Province.Province && Province.History(stamp.Code)?.Numbered(stamp.Version) is { } version)
        {
            return new(Node, version, stamp.OfferingVersion is { } number ? NodeCatalog.Offering(stamp.Code)?.Numbered(number) : null);
        }

        var owner = ancestors.Append(NodeCatalog).FirstOrDefault(catalog => catalog.Node.Id == stamp.OwnedBy);
        return owner?.OwnItem(stamp.Code)?.Numbered(stamp.Version) is { } own ? new(Node, own) : null;
    }

    /// <summary>Until when what was resolved at an instant holds: nothing has to happen at that moment but the clock.</summary>
    public DateTimeOffset? NextChangeAfter(DateTimeOffset instant)
    {
        DateTimeOffset? next = null;
        foreach (var history in Province.Histories)
        {
            Earlier(ref next, history.NextAfter(instant)?.EffectiveAt);
        }

        foreach (var history in NodeCatalog.Offerings)
        {
            Earlier(ref next, history.NextAfter(instant)?.EffectiveAt);
        }

        foreach (var catalog in ancestors)
        {
            EarlierOwn(ref next, catalog, instant);
        }

        EarlierOwn(ref next, NodeCatalog, instant);
        return next;
    }

    /// <summary>Since when a local value has been set aside without a break, and by which version of the item.</summary>
    internal (DateTimeOffset Since, int BaseVersion) SetAsideSince(EffectiveItem item, SetAside value)
    {
        var offerings = NodeCatalog.Offering(item.Code)!.Line;
        var promised = item.Offering!;
        for (var i = offerings.IndexOf(promised); i >= 0 && offerings[i].Tightening.IsSame(item.Tightening, value.Field); i--)
        {
            promised = offerings[i];
        }

        var versions = Province.History(item.Code)!.Line;
        var overtaking = item.Base!;
        for (var i = versions.IndexOf(overtaking); i >= 0 && SetsAside(versions[i], item.Tightening, value.Field); i--)
        {
            overtaking = versions[i];
        }

        return (promised.EffectiveAt > overtaking.EffectiveAt ? promised.EffectiveAt : overtaking.EffectiveAt, overtaking.Version);
    }

    private static bool SetsAside(BaseItemVersion version, Tightening tightening, CatalogField field) =>
        TighteningRules.SetAsideBy(tightening, version.Content, version.Reading).Any(value => value.Field == field);

    private EffectiveItem? FromBase(Timeline<BaseItemVersion> history, DateTimeOffset instant)
    {
        if (history.At(instant) is not { } version || !version.Reading.IsFor(Node.Kind))
        {
            return null;
        }

        var offerings = NodeCatalog.Offering(version.ItemCode);
        return new(Node, version, offerings?.At(instant)) { Next = Upcoming(history.NextAfter(instant), offerings?.NextAfter(instant)) };
    }

    private EffectiveItem FromOwn(OwnItemVersion version, Timeline<OwnItemVersion> history, DateTimeOffset instant) =>
        new(Node, version)
        {
            Next = history.NextAfter(instant) is { } next ? new(next.EffectiveAt, next.Version, next.State) : null,
        };

    private void AddOwn(List<EffectiveItem> items, List<EffectiveItem> cancelled, List<OwnItemVersion> copies, DateTimeOffset instant)
    {
        var codes = items.Concat(cancelled).Select(item => item.Code).ToHashSet(StringComparer.Ordinal);
        var names = items.Select(item => item.Reading.NameKey).ToHashSet(StringComparer.Ordinal);
        foreach (var catalog in ancestors.Prepend(NodeCatalog))
        {
            foreach (var history in catalog.OwnItems)
            {
                if (history.At(instant) is not { } version || !Reaches(version) || !codes.Add(version.ItemCode))
                {
                    continue;
                }

                if (names.Contains(version.Reading.NameKey) && version.State is not ItemState.Cancelled)
                {
                    copies.Add(version);
                    continue;
                }

                (version.State is ItemState.Cancelled ? cancelled : items).Add(FromOwn(version, history, instant));
            }
        }
    }

    private (OwnItemVersion? Version, Timeline<OwnItemVersion>? History) OwnVersion(string code, DateTimeOffset instant)
    {
        foreach (var catalog in ancestors.Prepend(NodeCatalog))
        {
            if (catalog.OwnItem(code) is { } history && history.At(instant) is { } version && Reaches(version))
            {
                return (version, history);
            }
        }

        return default;
    }

    private bool Reaches(OwnItemVersion version) =>
        version.NodeId == Node.Id || (version.SharedDownward && (version.Content.TargetKinds.Count == 0 || version.Reading.IsFor(Node.Kind)));

    /// <summary>Once the province has taken an item up, the local one stands back.</summary>
    private bool IsCopyOfBase(OwnItemVersion own, DateTimeOffset instant) =>
        own.State is not ItemState.Cancelled && Province.Histories.Any(history => history.At(instant) is { } version
            && version.State is not ItemState.Cancelled && version.Reading.IsFor(Node.Kind) && version.Reading.NameKey == own.Reading.NameKey);

    private static UpcomingChange? Upcoming(BaseItemVersion? item, OfferingVersion? offering) =>
        item is not null && !(offering?.EffectiveAt < item.EffectiveAt) ? new(item.EffectiveAt, item.Version, item.State)
        : offering is not null ? new(offering.EffectiveAt, offering.Version, null)
        : null;

    private static void EarlierOwn(ref DateTimeOffset? next, NodeCatalog catalog, DateTimeOffset instant)
    {
        foreach (var history in catalog.OwnItems)
        {
            Earlier(ref next, history.NextAfter(instant)?.EffectiveAt);
        }
    }

    private static void Earlier(ref DateTimeOffset? next, DateTimeOffset? candidate)
    {
        if (candidate is not null && !(next <= candidate))
        {
            next = candidate;
        }
    }
}
