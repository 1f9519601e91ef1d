using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Provinces.Packs;

/// <summary><c>province.json</c>: who the province is, how it names, and what it has decided.</summary>
internal sealed record ProvinceFile
{
    public required string Name { get; init; }

    public required string Slug { get; init; }

    public required string DivisionCode { get; init; }

    public required Centre Centre { get; init; }

    public required NamingRules Naming { get; init; }

    public required ProvinceRules Rules { get; init; }

    public required IReadOnlyList<PackThresholds> Thresholds { get; init; }

    /// <summary>Functions that may be allotted to nodes (NET-04).</summary>
    public IReadOnlyList<PackModule> Modules { get; init; } = [];

    /// <summary>Caps of the special fund by kind (FND-02); a kind without one waits.</summary>
    public IReadOnlyList<PackCap> FundingCaps { get; init; } = [];

    /// <summary>Where cities stand on the front page; a province that draws none shows its list alone.</summary>
    public IReadOnlyList<CityPlace> Cartogram { get; init; } = [];
}

internal sealed record PackCap
{
    public required NodeKind Kind { get; init; }

    public required decimal Yuan { get; init; }

    public required string Clause { get; init; }
}

internal sealed record PackModule
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Family { get; init; }

    public required string Clause { get; init; }
}

/// <summary>Columns are counted in half tiles, so that rows interlock.</summary>
internal sealed record CityPlace
{
    public required string Node { get; init; }

    public required int Column { get; init; }

    public required int Row { get; init; }
}

/// <summary>The provincial centre, which runs the province's node.</summary>
internal sealed record Centre
{
    public required int Node { get; init; }

    public required string Name { get; init; }

    public string? Website { get; init; }
}
