namespace IpNetwork.App.Provinces.Packs;

/// <summary>What NAM-01 … NAM-08 need to know of a province.</summary>
internal sealed record NamingRules
{
    public required string Clause { get; init; }

    /// <summary>Stands first in every name, such as 四川省.</summary>
    public required string Prefix { get; init; }

    public required string PlatformWords { get; init; }

    public required string WorkstationWord { get; init; }

    public required string BranchWord { get; init; }

    /// <summary>Cut from the end of an autonomous division's name; longest first.</summary>
    public required IReadOnlyList<string> EthnicNames { get; init; }

    public required IReadOnlyList<ShortNameOverride> Overrides { get; init; }

    public required IReadOnlyList<ZoneAbbreviation> ZoneAbbreviations { get; init; }

    public required IReadOnlyList<string> BranchServiceTypes { get; init; }

    /// <summary>The city that has no branch centre of its own while its districts do; null when the province makes no exception.</summary>
    public required CapitalException? Capital { get; init; }
}

internal sealed record ShortNameOverride
{
    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required string Clause { get; init; }
}

internal sealed record ZoneAbbreviation
{
    public required string Full { get; init; }

    public required string Short { get; init; }
}

internal sealed record CapitalException
{
    public required string DivisionCode { get; init; }

    /// <summary>The code of the refusal when the city itself asks for a branch centre.</summary>
    public required string CityBranchRefusal { get; init; }

    public required DistrictBranchName DistrictBranch { get; init; }

    public required string Clause { get; init; }
}

/// <summary>Whether a branch centre of the capital's districts is named 双流 or 成都双流 (NAM-07).</summary>
internal enum DistrictBranchName
{
    County,
    CityAndCounty,
}
