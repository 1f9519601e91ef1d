using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Workbench;

/// <summary>What will happen, to whom and from when, once more before it does.</summary>
public sealed record PublishConfirmView
{
    public required string ItemName { get; init; }

    /// <summary>The button's words, such as 发布第 4 版.</summary>
    public required string ActText { get; init; }

    public required IReadOnlyList<LinkView> Steps { get; init; }

    public required string Action { get; init; }

    public required string BackHref { get; init; }

    public required string Version { get; init; }

    public required DateOnly EffectiveOn { get; init; }

    public required string Reason { get; init; }

    public required IReadOnlyList<ChangeLine> Changes { get; init; }

    /// <summary>Sentences on whom it touches.</summary>
    public required IReadOnlyList<string> Touches { get; init; }

    /// <summary>Something to know that does not stand in the way.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What stands in the way: rows not complete and the like.</summary>
    public IReadOnlyList<string> Blocks { get; init; } = [];

    public FormState Form { get; init; } = FormState.Empty;
}
