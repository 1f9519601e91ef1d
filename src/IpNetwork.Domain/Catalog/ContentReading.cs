using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog;

/// <summary>What resolving and searching ask of a content again and again, worked out once for each version.</summary>
internal sealed class ContentReading
{
    private readonly int kinds;

    public ContentReading(string code, ItemContent content)
    {
        foreach (var kind in content.TargetKinds)
        {
            kinds |= 1 << (int)kind;
        }

        NeededLocally = [.. CatalogFields.NeededLocally(content)];
        NameKey = ItemKey.Of(content.Name);
        Name = ItemKey.Fold(content.Name);
        Category = ItemKey.Fold($"{content.Category}\n{content.DirectoryEntry}");
        var materials = (content.Materials ?? []).Select(material => material.Name);
        Body = ItemKey.Fold(string.Join('\n', [code, content.Content, content.ServiceObject, .. materials, .. content.Keywords]));
        Opens = (CatalogFields.CommittedLimit.GovernanceIn(content), CatalogFields.Visits.GovernanceIn(content), CatalogFields.Materials.GovernanceIn(content));
    }

    public CatalogField[] NeededLocally { get; }

    public string NameKey { get; }

    public string Name { get; }

    public string Category { get; }

    public string Body { get; }

    private (Governance Limit, Governance Visits, Governance Materials) Opens { get; }

    public bool OpensLimit => Opens.Limit is Governance.TightenOnly;

    public bool OpensVisits => Opens.Visits is Governance.TightenOnly;

    public bool OpensMaterials => Opens.Materials is Governance.TightenOnly;

    public bool IsFor(NodeKind kind) => (kinds & (1 << (int)kind)) != 0;

    public CatalogField[] MissingIn(LocalFields local)
    {
        var count = 0;
        foreach (var field in NeededLocally)
        {
            if (field.Read(local) is null)
            {
                count++;
            }
        }

        return count == 0 ? [] : count == NeededLocally.Length ? NeededLocally : [.. NeededLocally.Where(field => field.Read(local) is null)];
    }
}
