namespace IpNetwork.Domain.Catalog;

/// <summary>The directory of base services and that of personalised, value-added ones (建设规范 annexes C and D). Data of the province pack.</summary>
public sealed record ServiceDirectories(ServiceDirectory Base, ServiceDirectory ValueAdded);

/// <param name="Open">The printed list ends in ……, so a province may add entries.</param>
public sealed record ServiceDirectory(string Name, IReadOnlyList<DirectoryEntry> Entries, bool Open = true)
{
    public bool Has(string? entry) => Entries.Any(known => known.Name == entry);
}

public sealed record DirectoryEntry(int No, string Name);
