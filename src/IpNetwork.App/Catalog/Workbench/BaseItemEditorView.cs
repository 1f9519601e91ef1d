using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Workbench;

/// <summary>The province's draft of an item: the item row, the implementation row, and what nodes may do with it.</summary>
public sealed record BaseItemEditorView
{
    /// <summary>Null for a new item.</summary>
    public required string? Name { get; init; }

    public required StatusView State { get; init; }

    public required string Says { get; init; }

    public required IReadOnlyList<LinkView> Steps { get; init; }

    public IReadOnlyList<LinkView> Links { get; init; } = [];

    public required string Action { get; init; }

    public string? Version { get; init; }

    public FormState Form { get; init; } = FormState.Empty;

    /// <summary>What the errors stood in the way of.</summary>
    public string Undone { get; init; } = "还没有保存";

    public required IReadOnlyList<FieldOption> Categories { get; init; }

    public required IReadOnlyList<FieldOption> Directories { get; init; }

    public required IReadOnlyList<FieldOption> PlatformRoles { get; init; }

    public required IReadOnlyList<FieldOption> CaseTypes { get; init; }

    public required IReadOnlyList<FieldOption> NodeKinds { get; init; }

    /// <summary>Fields a node may tighten once they are opened.</summary>
    public required IReadOnlyList<FieldOption> Openable { get; init; }

    /// <summary>What the two rows still lack before they can be published.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Suspend, cancel, restore, give up the draft: each on a page of its own.</summary>
    public IReadOnlyList<LinkView> RareActs { get; init; } = [];

    public bool IsSample { get; init; }
}
