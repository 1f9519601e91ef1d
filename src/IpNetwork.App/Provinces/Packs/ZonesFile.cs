namespace IpNetwork.App.Provinces.Packs;

/// <summary><c>zones.json</c>: development zones with their level, which decides how a platform there is named (NAM-04).</summary>
internal sealed record ZonesFile
{
    public required IReadOnlyList<Zone> Zones { get; init; }
}

internal sealed record Zone
{
    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required ZoneKind Kind { get; init; }

    public required ZoneLevel Level { get; init; }

    /// <summary>The prefecture it lies in.</summary>
    public required string Division { get; init; }

    public required int? NationalSince { get; init; }

    /// <summary>The number of the document that gives its level; null when only the source is known.</summary>
    public required string? Document { get; init; }

    public required string? Source { get; init; }

    public required Confidence Confidence { get; init; }
}

internal enum ZoneKind
{
    HighTech,
    EconomicTechnological,
}

internal enum ZoneLevel
{
    National,
    Provincial,
}

internal enum Confidence
{
    High,
    Medium,
    Low,
}
