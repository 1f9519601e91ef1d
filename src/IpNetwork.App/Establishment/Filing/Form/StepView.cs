using IpNetwork.App.Shell;
using IpNetwork.Domain.Establishment;

namespace IpNetwork.App.Establishment.Filing.Form;

/// <summary>One page of the form.</summary>
public sealed record StepView
{
    public required string Title { get; init; }

    public required LinkView List { get; init; }

    public required FilingStep Step { get; init; }

    public required string Action { get; init; }

    public required FormState Form { get; init; }

    public required SaveState Saved { get; init; }

    public required IReadOnlyList<StepLink> Steps { get; init; }

    /// <summary>What was to be put right in this step.</summary>
    public IReadOnlyList<Defect> Defects { get; init; } = [];

    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>Everything but the fields below was kept.</summary>
    public bool IsPartlySaved { get; init; }

    /// <summary>Lines to show, an empty one among them where one is asked for.</summary>
    public int Builders { get; init; }

    public IReadOnlyList<StaffLine> Staff { get; init; } = [];

    public IReadOnlyList<FieldOption> Parents { get; init; } = [];

    /// <summary>Names of zones in the province's register.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    public required MaterialsView Materials { get; init; }

    public required string SubmitHref { get; init; }

    public required string DocumentHref { get; init; }

    public required bool IsResubmission { get; init; }
}

public sealed record StepLink(string Title, string Href, bool IsCurrent, bool IsDone);

/// <summary>How the form stands after the last write: what a page without script shows, and what one with script is sent back.</summary>
public sealed record SaveState
{
    public required uint Version { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What the page shows of this step, so that a write elsewhere in the form is told from one here.</summary>
    public required string Basis { get; init; }

    public required SelfCheck Check { get; init; }

    public required FilingStep Step { get; init; }

    public required Func<string, string?, string> HrefOf { get; init; }

    public decimal? Amount { get; init; }

    /// <summary>Answering a write from a script: the parts outside the target are named to it.</summary>
    public bool IsFragment { get; init; }

    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>Another window wrote here; the script does not write over it.</summary>
    public bool IsStale { get; init; }

    public bool IsNew { get; init; }
}
