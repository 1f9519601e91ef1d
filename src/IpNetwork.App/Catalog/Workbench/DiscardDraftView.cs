using IpNetwork.App.Shell;

namespace IpNetwork.App.Catalog.Workbench;

/// <summary>Giving up what was written and not published.</summary>
/// <param name="Published">The version that stays in force; 0 while there is none.</param>
public sealed record DiscardDraftView(string ItemName, int Published, string Action, string BackHref)
{
    public required IReadOnlyList<LinkView> Steps { get; init; }

    public required string Version { get; init; }

    public FormState Form { get; init; } = FormState.Empty;
}
