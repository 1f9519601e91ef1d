namespace IpNetwork.Domain.Nodes;

/// <summary>What a province's pack says about names; the engine itself knows no province.</summary>
public sealed record NamingRules
{
    /// <summary>The province as it stands on plates, such as 四川省.</summary>
    public required string Province { get; init; }

    public string PlatformTitle { get; init; } = "知识产权公共服务平台";

    /// <summary>Full names of the prefecture-level divisions; when given, anything else is no prefecture.</summary>
    public IReadOnlyList<string> Prefectures { get; init; } = [];

    /// <summary>Names cut off the end of autonomous areas: 藏族, 羌族, 哈萨克 …</summary>
    public IReadOnlyList<string> EthnicNames { get; init; } = [];

    /// <summary>Full name → short name, where the division table decides.</summary>
    public IReadOnlyDictionary<string, string> ShortNames { get; init; } = new Dictionary<string, string>();

    public CapitalException? Capital { get; init; }

    /// <summary>The province's register of development zones; without one, zones are taken as they are named.</summary>
    public IReadOnlyList<Zone> Zones { get; init; } = [];

    public Zone ZoneOf(string? fullName, string? shortName = null) =>
        Zones.FirstOrDefault(zone => OfficialName.Normalize(zone.FullName) == OfficialName.Normalize(fullName))
        ?? new() { FullName = fullName ?? "", RegisteredShortName = shortName, Level = Zones.Count == 0 ? ZoneLevel.National : ZoneLevel.Other };
}

/// <summary>The capital has no branch centre of its own; its districts have.</summary>
public sealed record CapitalException
{
    public required string City { get; init; }

    /// <summary>Full names of its districts, county-level cities and counties; functional areas are not among them.</summary>
    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>成都双流分中心 instead of 双流分中心.</summary>
    public bool DistrictCarriesCity { get; init; }
}
