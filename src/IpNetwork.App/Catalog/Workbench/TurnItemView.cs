using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Workbench;

/// <summary>Suspending, cancelling or restoring an item: the province's for every node at once, a node's own where it is offered.</summary>
public sealed record TurnItemView
{
    public required string ItemName { get; init; }

    public required ItemStateAct Act { get; init; }

    /// <summary>A node's own item: it stops there, and below where it is shared.</summary>
    public bool IsOwn { get; init; }

    public required IReadOnlyList<LinkView> Steps { get; init; }

    public required string Action { get; init; }

    public required string BackHref { get; init; }

    public required string Version { get; init; }

    public required IReadOnlyList<string> Touches { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public FormState Form { get; init; } = FormState.Empty;
}

public enum ItemStateAct
{
    Suspend,
    Cancel,
    Restore,
}
