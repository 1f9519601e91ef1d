using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog.Effective;

/// <summary>How the nodes differ over one province-wide item.</summary>
public sealed record DifferenceReport(string ItemCode, DateTimeOffset Instant, IReadOnlyList<NodeDifference> Nodes)
{
    public int Offered => Nodes.Count(node => node.IsOffered);

    public int NotLocalised => Nodes.Count(node => node.Missing.Count > 0);

    public int Tightened => Nodes.Count(node => node.Tightened.Count > 0);

    public int InConflict => Nodes.Count(node => node.SetAside.Count > 0);

    public static DifferenceReport Of(string code, IEnumerable<EffectiveCatalog> nodes, DateTimeOffset instant)
    {
        var rows = new List<NodeDifference>();
        foreach (var catalog in nodes)
        {
            if (catalog.Find(code, instant) is { IsPersonalised: false } item)
            {
                rows.Add(Row(catalog.Node, item));
            }
        }

        return new(code, instant, rows);
    }

    private static NodeDifference Row(CatalogNode node, EffectiveItem item) => new(
        node,
        item.State,
        item.IsOffered,
        item.Offering?.Version,
        [.. CatalogFields.All.Where(field => field.Governance is Governance.Local && field.Read(item.Local) is not null).Select(item.Resolve)],
        [.. CatalogFields.All.Where(item.IsTightened).Select(item.Resolve)],
        item.Missing,
        item.SetAside);
}

public sealed record NodeDifference(
    CatalogNode Node,
    ItemState State,
    bool IsOffered,
    int? OfferingVersion,
    IReadOnlyList<EffectiveField> Local,
    IReadOnlyList<EffectiveField> Tightened,
    IReadOnlyList<CatalogField> Missing,
    IReadOnlyList<SetAside> SetAside);
