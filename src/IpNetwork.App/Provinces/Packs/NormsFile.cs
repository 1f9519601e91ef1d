namespace IpNetwork.App.Provinces.Packs;

/// <summary><c>norms.json</c>: the texts that hold for the whole network, each with its version (NET-08).</summary>
internal sealed record NormsFile
{
    public required IReadOnlyList<PackNorm> Norms { get; init; }
}

internal sealed record PackNorm
{
    public required string Code { get; init; }

    public required string Version { get; init; }

    public required string Title { get; init; }

    /// <summary>The version or the text is made up.</summary>
    public required bool Sample { get; init; }

    public required DateOnly EffectiveOn { get; init; }

    public required string DocumentNumber { get; init; }

    public required string? Link { get; init; }

    public required IReadOnlyList<string> Text { get; init; }
}
