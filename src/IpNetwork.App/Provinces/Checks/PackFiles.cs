using IpNetwork.App.Provinces.Packs;
using IpNetwork.App.Provinces.Reading;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Provinces.Checks;

/// <summary>A pack whose files fit their records, before anything is known of how they fit each other.</summary>
internal sealed record PackFiles(
    string Folder,
    Located<ProvinceFile> Province,
    Located<DivisionsFile> Divisions,
    Located<ZonesFile> Zones,
    Located<NodesFile> Nodes,
    Located<DirectoriesFile> Directories,
    IReadOnlyList<Located<ItemsFile>> Items,
    Located<OfferingsFile> Offerings,
    Located<LinksFile> Links,
    Located<NormsFile> Norms)
{
    public IEnumerable<PackItem> AllItems => Items.SelectMany(file => file.Value.Items);

    public PackItem? FindItem(string code) => AllItems.FirstOrDefault(item => item.Code == code);

    public PackNode? FindNode(string slug) => Nodes.Value.Nodes.FirstOrDefault(node => node.Slug == slug);

    public PackNode? FindNode(int id) => Nodes.Value.Nodes.FirstOrDefault(node => node.Id == id);

    /// <summary>The division's full name; null when the pack does not know the code.</summary>
    public string? DivisionName(string code) =>
        code == Province.Value.DivisionCode ? Province.Value.Name
        : Divisions.Value.Prefectures.FirstOrDefault(prefecture => prefecture.Code == code)?.Name
            ?? Divisions.Value.Counties.FirstOrDefault(county => county.Code == code)?.Name;

    public bool IsDivisionOf(NodeKind kind, string code) => kind switch
    {
        NodeKind.Province => code == Province.Value.DivisionCode,
        NodeKind.City or NodeKind.KeyPark => Divisions.Value.Prefectures.Any(prefecture => prefecture.Code == code),
        NodeKind.County => Divisions.Value.Counties.Any(county => county.Code == code),
        _ => DivisionName(code) is not null && code != Province.Value.DivisionCode,
    };

    public ProvincePack ToPack() => new(
        Province.Value, Divisions.Value, Zones.Value, Nodes.Value, Directories.Value, [.. AllItems], Offerings.Value, Links.Value, Norms.Value);
}
