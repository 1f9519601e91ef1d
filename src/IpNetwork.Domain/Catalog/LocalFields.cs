namespace IpNetwork.Domain.Catalog;

/// <summary>What a node fills in about an item it offers. Published, so it names posts and counters, not people.</summary>
public sealed record LocalFields
{
    public static LocalFields None { get; } = new();

    public string? Department { get; init; }

    public string? LocalCode { get; init; }

    public string? ImplementingCode { get; init; }

    public string? Windows { get; init; }

    public string? Address { get; init; }

    public string? Hours { get; init; }

    public string? Phones { get; init; }

    public string? Staff { get; init; }

    public string? Link { get; init; }

    public string? PickUpPoint { get; init; }
}
