namespace IpNetwork.Domain.Nodes;

/// <summary>A development zone as the province's register has it.</summary>
public sealed record Zone
{
    public required string FullName { get; init; }

    /// <summary>规范简称 of the register, which wins over the rule.</summary>
    public string? RegisteredShortName { get; init; }

    public required ZoneLevel Level { get; init; }

    /// <summary>Number of the document that gave the level.</summary>
    public string? LevelDocument { get; init; }
}

public enum ZoneLevel
{
    National,
    Provincial,
    Other,
}
