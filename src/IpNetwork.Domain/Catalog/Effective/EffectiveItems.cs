using IpNetwork.Domain.Catalog.Offerings;

namespace IpNetwork.Domain.Catalog.Effective;

/// <summary>A node's whole catalog at one instant, in the order of the list. Holds until <see cref="Until"/>.</summary>
public sealed class EffectiveItems
{
    internal EffectiveItems(
        CatalogNode node, DateTimeOffset instant, DateTimeOffset? until, IEnumerable<EffectiveItem> items, IReadOnlyList<EffectiveItem> cancelled,
        IReadOnlyList<OwnItemVersion> copies)
    {
        (Node, Instant, Until, Cancelled, SupersededOwnItems) = (node, instant, until, cancelled, copies);
        Items = [.. items.OrderBy(item => item.IsPersonalised).ThenBy(item => item.Content.OrderNo ?? int.MaxValue).ThenBy(item => item.Code, StringComparer.Ordinal)];
    }

    public CatalogNode Node { get; }

    public DateTimeOffset Instant { get; }

    /// <summary>The next moment a version comes into force; null when none is waiting.</summary>
    public DateTimeOffset? Until { get; }

    /// <summary>Items in use and suspended ones; what the province shares stands before what is personalised.</summary>
    public IReadOnlyList<EffectiveItem> Items { get; }

    public IReadOnlyList<EffectiveItem> Cancelled { get; }

    /// <summary>Own items the province has meanwhile taken up under the same name.</summary>
    public IReadOnlyList<OwnItemVersion> SupersededOwnItems { get; }

    /// <summary>The list of shared items, the same for all nodes of a kind (CAT-18).</summary>
    public IEnumerable<EffectiveItem> Shared => Items.Where(item => !item.IsPersonalised);

    /// <summary>The list of personalised items (CAT-18).</summary>
    public IEnumerable<EffectiveItem> Personalised => Items.Where(item => item.IsPersonalised);

    /// <summary>What the public may see: nothing before the plate hangs.</summary>
    public IReadOnlyList<EffectiveItem> Public => Node.Standing is CatalogStanding.Serving or CatalogStanding.ShownOnly ? Items : [];
}
