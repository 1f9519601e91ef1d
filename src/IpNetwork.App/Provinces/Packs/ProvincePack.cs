namespace IpNetwork.App.Provinces.Packs;

/// <summary>A province as data: everything that differs by place and not by logic.</summary>
internal sealed record ProvincePack(
    ProvinceFile Province,
    DivisionsFile Divisions,
    ZonesFile Zones,
    NodesFile Nodes,
    DirectoriesFile Directories,
    IReadOnlyList<PackItem> Items,
    OfferingsFile Offerings,
    LinksFile Links,
    NormsFile Norms)
{
    public string Slug => Province.Slug;
}
