namespace IpNetwork.Domain.Plates;

/// <summary>What a province has decided about plates.</summary>
public sealed record PlateRules
{
    public PlateNumbering Numbering { get; init; } = new();

    /// <summary>What branch centres may be for (NAM-06).</summary>
    public IReadOnlyList<string> ServiceTypes { get; init; } = ["知识产权保护"];
}
