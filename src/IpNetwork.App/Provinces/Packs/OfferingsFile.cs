namespace IpNetwork.App.Provinces.Packs;

/// <summary><c>offerings.json</c>: what nodes have filled in, tightened and added.</summary>
internal sealed record OfferingsFile
{
    public required IReadOnlyList<PackOffering> Offerings { get; init; }

    public required IReadOnlyList<PackTightening> Tightenings { get; init; }

    public required IReadOnlyList<PackOwnItem> OwnItems { get; init; }
}

/// <summary>One counter of a node, and the base items it serves.</summary>
internal sealed record PackOffering
{
    public required string Node { get; init; }

    public required bool Sample { get; init; }

    public required IReadOnlyList<string> Items { get; init; }

    public required PackLocalFields Local { get; init; }
}

internal sealed record PackLocalFields
{
    public required string? Department { get; init; }

    public required string? ImplementingCode { get; init; }

    public required string? LocalCode { get; init; }

    public required string? Windows { get; init; }

    public required string? Address { get; init; }

    public required string? Hours { get; init; }

    public required string? Phones { get; init; }

    /// <summary>Posts, not people: published rows name nobody.</summary>
    public required string? Staff { get; init; }

    public required string? Link { get; init; }

    public required string? PickUpPoint { get; init; }
}

internal sealed record PackTightening
{
    public required string Node { get; init; }

    public required string Item { get; init; }

    public required bool Sample { get; init; }

    public required int? CommittedLimit { get; init; }

    public required IReadOnlyList<string> DroppedMaterials { get; init; }

    public required string Reason { get; init; }
}
