namespace IpNetwork.App.Provinces.Packs;

/// <summary><c>catalog/directories.json</c>: the directory of base services, that of value-added ones, and the categories of the one-stop list.</summary>
internal sealed record DirectoriesFile
{
    public required IReadOnlyList<PackDirectoryEntry> Base { get; init; }

    public required IReadOnlyList<PackDirectoryEntry> ValueAdded { get; init; }

    public required IReadOnlyList<Category> Categories { get; init; }
}

internal sealed record PackDirectoryEntry
{
    public required int No { get; init; }

    public required string Name { get; init; }
}

internal sealed record Category
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required string Summary { get; init; }
}
