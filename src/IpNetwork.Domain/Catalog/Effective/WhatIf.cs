using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog.Effective;

/// <summary>What publishing a version of a province-wide item would do, before it is published.</summary>
public sealed record WhatIf
{
    public required BaseItemVersion Candidate { get; init; }

    public required IReadOnlyList<FieldDifference> Changes { get; init; }

    public ItemState? StateBefore { get; init; }

    /// <summary>Nodes that have the item afterwards.</summary>
    public required IReadOnlyList<NodeId> Reached { get; init; }

    public required IReadOnlyList<NodeId> Gaining { get; init; }

    public required IReadOnlyList<NodeId> Losing { get; init; }

    /// <summary>Nodes that have published something about the item.</summary>
    public required IReadOnlyList<NodeId> OfferingsTouched { get; init; }

    /// <summary>Nodes that offer the item now and would lack a local field afterwards.</summary>
    public required IReadOnlyList<NodeId> NoLongerLocalised { get; init; }

    public required IReadOnlyList<NodeConflict> NewConflicts { get; init; }

    public required IReadOnlyList<NodeConflict> ResolvedConflicts { get; init; }

    /// <summary>Versions already announced that this one would take back.</summary>
    public required IReadOnlyList<BaseItemVersion> TakenBack { get; init; }

    /// <summary>Own items that would have to stand back, because the province's item has their name or code.</summary>
    public required IReadOnlyList<NodeItem> OwnItemsSuperseded { get; init; }

    /// <summary>The item leaves the one-stop bundle, or is cancelled while in it: open bundle forms should be looked at first.</summary>
    public bool LeavesBundle { get; init; }

    public static WhatIf Of(BaseItemVersion candidate, IEnumerable<EffectiveCatalog> nodes)
    {
        var comparison = new WhatIfComparison(candidate);
        BaseCatalog? province = null;
        BaseCatalog? changed = null;
        foreach (var catalog in nodes)
        {
            if (!ReferenceEquals(province, catalog.Province))
            {
                (province, changed) = (catalog.Province, catalog.Province.With(candidate));
            }

            comparison.Add(catalog, changed!);
        }

        return comparison.Conclude(province);
    }
}

public sealed record NodeConflict(NodeId NodeId, SetAside Value);

public sealed record NodeItem(NodeId NodeId, string ItemCode, string ItemName);
