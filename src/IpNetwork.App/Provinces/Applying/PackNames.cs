using IpNetwork.App.Provinces.Packs;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Names = IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Provinces.Applying;

/// <summary>Names the pack's nodes by the plate rules; where no pattern fits, the pack's own words or none.</summary>
internal sealed class PackNames
{
    private readonly ProvincePack pack;
    private readonly Dictionary<int, PackNode> byId;

    public PackNames(ProvincePack pack)
    {
        this.pack = pack;
        byId = pack.Nodes.Nodes.ToDictionary(node => node.Id);
        Rules = RulesOf(pack);
    }

    public Names.NamingRules Rules { get; }

    public Outcome<NodeNames> Of(PackNode node)
    {
        var shortName = ShortOf(node);
        var official = OfficialOf(node);
        Refusal[] refusals = [.. shortName.Refusals, .. official.Refusals];
        if (refusals.Length > 0)
        {
            return Outcome.Refused<NodeNames>(refusals);
        }

        var name = official.Value is { Text: "" } ? null : official.Value;
        return new NodeNames
        {
            PlaceName = node.PlaceName,
            ShortName = shortName.Value,
            DivisionCode = node.Division,
            Official = name,
            OfficialDocument = name is null || node.OfficialName is not null ? null : pack.Province.Naming.Clause,
        };
    }

    private Outcome<GeneratedName> OfficialOf(PackNode node) => node switch
    {
        { OfficialName: { } own } => OfficialName.ByDecree(own.Text, own.Document, own.Reason, own.Approver, Rules),
        { Kind: NodeKind.City } => OfficialName.ForCity(node.PlaceName, Rules),
        { Kind: NodeKind.KeyPark } => OfficialName.ForNationalZone(ZoneOf(node), Rules),
        { Kind: NodeKind.Workstation } => OfficialName.ForWorkstation(CityOf(node).PlaceName, node.PlaceName, Rules),
        _ => new GeneratedName("", "", new Dictionary<string, string>()),
    };

    private Outcome<string> ShortOf(PackNode node) => node.Kind switch
    {
        NodeKind.Province => node.PlaceName.EndsWith('省') ? node.PlaceName[..^1] : node.PlaceName,
        NodeKind.City => PlaceName.ShortPrefecture(node.PlaceName, Rules),
        NodeKind.County => PlaceName.ShortCounty(node.PlaceName, Rules),
        NodeKind.KeyPark => OfficialName.ShortZone(ZoneOf(node)),
        _ => node.PlaceName,
    };

    private Names.Zone ZoneOf(PackNode node) => Rules.ZoneOf(node.PlaceName);

    private PackNode CityOf(PackNode node) => node.Kind is NodeKind.City || node.Parent is not { } parent ? node : CityOf(byId[parent]);

    private static Names.NamingRules RulesOf(ProvincePack pack)
    {
        var naming = pack.Province.Naming;
        return new()
        {
            Province = naming.Prefix,
            PlatformTitle = naming.PlatformWords,
            Prefectures = [.. pack.Divisions.Prefectures.Select(prefecture => prefecture.Name)],
            EthnicNames = naming.EthnicNames,
            ShortNames = naming.Overrides.ToDictionary(one => one.Name, one => one.ShortName),
            Capital = naming.Capital is { } capital
                ? new()
                {
                    City = pack.Divisions.Prefectures.Single(prefecture => prefecture.Code == capital.DivisionCode).Name,
                    Districts = [.. pack.Divisions.Counties.Where(county => county.Prefecture == capital.DivisionCode).Select(county => county.Name)],
                    DistrictCarriesCity = capital.DistrictBranch is DistrictBranchName.CityAndCounty,
                }
                : null,
            Zones = [.. pack.Zones.Zones.Select(Of)],
        };
    }

    private static Names.Zone Of(Packs.Zone zone) => new()
    {
        FullName = zone.Name,
        RegisteredShortName = zone.ShortName,
        Level = zone.Level is Packs.ZoneLevel.National ? Names.ZoneLevel.National : Names.ZoneLevel.Provincial,
        LevelDocument = zone.Document,
    };
}
