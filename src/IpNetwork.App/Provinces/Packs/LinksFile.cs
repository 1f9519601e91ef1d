namespace IpNetwork.App.Provinces.Packs;

/// <summary><c>links.json</c>: the public window of information (CAT-14).</summary>
internal sealed record LinksFile
{
    public required IReadOnlyList<LinkGroup> Groups { get; init; }
}

internal sealed record LinkGroup
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<PackLink> Links { get; init; }
}

/// <summary>Leads to an address outside, or to the guide of a base item.</summary>
internal sealed record PackLink
{
    public required string Title { get; init; }

    public required string? Address { get; init; }

    public required string? Item { get; init; }

    public required string? Note { get; init; }
}
