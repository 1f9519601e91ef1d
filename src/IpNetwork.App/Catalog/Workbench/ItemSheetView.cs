using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Workbench;

/// <summary>An item as somebody reads it who may not change it here.</summary>
public sealed record ItemSheetView
{
    public required string Name { get; init; }

    public required StatusView State { get; init; }

    public required string Says { get; init; }

    public required IReadOnlyList<LinkView> Steps { get; init; }

    public IReadOnlyList<LinkView> Links { get; init; } = [];

    /// <summary>Why it is not for the reader to change, and who may.</summary>
    public required string Because { get; init; }

    public required IReadOnlyList<SheetSection> Sections { get; init; }

    public bool IsSample { get; init; }
}

public sealed record SheetSection(string Title, IReadOnlyList<SheetFact> Facts);

/// <param name="Value">Null where something ought to stand and does not.</param>
public sealed record SheetFact(string Label, string? Value);
