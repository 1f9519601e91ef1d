namespace IpNetwork.App.Provinces.Packs;

/// <summary><c>divisions.json</c>: the administrative divisions nodes stand in.</summary>
internal sealed record DivisionsFile
{
    public required string Source { get; init; }

    public required IReadOnlyList<Prefecture> Prefectures { get; init; }

    public required IReadOnlyList<County> Counties { get; init; }
}

internal sealed record Prefecture
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>As it stands on plates: 泸州, 阿坝.</summary>
    public required string ShortName { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];
}

internal sealed record County
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required string Prefecture { get; init; }
}
