using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Staff;

public sealed record WorkbenchHomeView
{
    public required DateOnly Today { get; init; }

    /// <summary>Working day, rest day or make-up day; with the next one that differs.</summary>
    public required string DaySays { get; init; }

    /// <summary>By due date, overdue first.</summary>
    public required IReadOnlyList<TodoRow> Todos { get; init; }

    public IReadOnlyList<FigureView> Figures { get; init; } = [];

    public required NodeCard Node { get; init; }

    /// <summary>Items in force here whose local part is missing: nobody can be served with them yet.</summary>
    public IReadOnlyList<MissingLocalRow> Missing { get; init; } = [];

    public LinkView? AllMissing { get; init; }

    public IReadOnlyList<RecentRow> Recent { get; init; } = [];

    public string? AuditHref { get; init; }
}

public sealed record TodoRow(DeadlineView Deadline, DateOnly? DueOn, LinkView Subject, string Says, LinkView Next);

public sealed record NodeCard(string? OfficialName, NodeKind Kind, NodeStatus Status, LinkView? Parent, int Children, DateOnly? PlatedOn, bool IsSample = false);

/// <param name="Lacks">The local fields that are empty, in words.</param>
public sealed record MissingLocalRow(LinkView Item, string Category, string Lacks);

public sealed record RecentRow(DateTimeOffset At, string Who, string Did);
