using IpNetwork.App.Shell;

namespace IpNetwork.App.Opening;

public sealed record ChecklistView(StatusView Status, IReadOnlyList<ChecklistRow> Rows, string NodeStatus, bool IsOpen);

public sealed record ChecklistRow(LinkView Part, bool IsDone, string Says);

public sealed record PremisesPageView
{
    public required string Action { get; init; }
    public required FormState Form { get; init; }

    /// <summary>What the province asks for, in a sentence; null where nothing is set.</summary>
    public required string? Threshold { get; init; }
    public required bool AsksShortfall { get; init; }
    public required bool IsChange { get; init; }
    public required IReadOnlyList<PremisesRow> Rows { get; init; }
    public required LinkView Checklist { get; init; }
}

public sealed record PremisesRow(DateOnly From, string Address, string Area, string Layout, string? SharedWith, string? Reason, string By);

public sealed record StaffPageView
{
    public required string Action { get; init; }
    public required FormState Form { get; init; }
    public required IReadOnlyList<FieldOption> Posts { get; init; }
    public required IReadOnlyList<FieldOption> Employments { get; init; }
    public required IReadOnlyList<FieldOption> Degrees { get; init; }
    public required IReadOnlyList<FieldOption> Modules { get; init; }
    public required IReadOnlyList<StaffRow> Rows { get; init; }
    public required DateOnly Today { get; init; }
    public required LinkView Checklist { get; init; }
}

/// <param name="Href">Its acts lie below this address.</param>
public sealed record StaffRow(Guid Id, string Name, string Number, string Post, string Employment, DateOnly From, DateOnly? To, string Href, string Version)
{
    public required IReadOnlyList<string> Serves { get; init; }
    public required string ServesNames { get; init; }
    public required string? Qualification { get; init; }
    public required bool IsWorking { get; init; }
}

public sealed record ModulesPageView
{
    public required IReadOnlyList<ModuleRow> Rows { get; init; }
    public required FormState Form { get; init; }
    public required bool IsOpenToPublic { get; init; }
    public required LinkView Back { get; init; }
}

/// <param name="Href">Its acts lie below this address.</param>
public sealed record ModuleRow(string Code, string Name, string Family, string Clause, StatusView Status, string Href, string? Version)
{
    public string? GuidingOffice { get; init; }
    public string? PortalEntry { get; init; }
    public string? Place { get; init; }
    public string? Reason { get; init; }
    public int People { get; init; }
    public bool MayApply { get; init; }
    public bool MaySwitchOn { get; init; }
    public bool MaySwitchOff { get; init; }
    public bool MayAllot { get; init; }

    /// <summary>What was typed for this row.</summary>
    public FormState Form { get; init; } = FormState.Empty;
}

public sealed record BelowView(IReadOnlyList<BelowRow> Rows);

public sealed record BelowRow(LinkView Node, string Kind, StatusView NodeStatus, string Premises, string Manager, string People, string Modules, bool IsReady, int Waiting);
