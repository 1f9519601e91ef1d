using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Workbench;

/// <summary>A value-added item of the node's own.</summary>
public sealed record OwnItemEditorView
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

    /// <summary>The twelve entries of the value-added directory.</summary>
    public required IReadOnlyList<FieldOption> Directory { get; init; }

    public required IReadOnlyList<FieldOption> Charges { get; init; }

    public required IReadOnlyList<FieldOption> Sharing { get; init; }

    /// <summary>A base item of the same name: it has to be localised, not written again.</summary>
    public LinkView? SameAsBase { get; init; }

    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Suspend, cancel, restore, give up the draft: each on a page of its own.</summary>
    public IReadOnlyList<LinkView> RareActs { get; init; } = [];

    public bool IsSample { get; init; }
}
