using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Tenancy;

/// <summary>A province's working days. Years without a notice are counted by weekdays, and results there are provisional.</summary>
internal interface IWorkCalendars
{
    public ValueTask<WorkCalendar> OfAsync(NodeId province, CancellationToken ct);
}

/// <summary>Takes in holiday notices in the context of the current node, a province; years that say the same already are passed over.</summary>
internal interface INoticeImport
{
    public Task<Outcome<CalendarImpact>> ImportAsync(Actor actor, IReadOnlyList<CalendarYear> notices, CancellationToken ct);

    /// <summary>What an import would change, without changing it.</summary>
    public Task<CalendarImpact> PreviewAsync(NodeId province, IReadOnlyList<CalendarYear> notices, CancellationToken ct);
}

/// <param name="Years">Years whose notice is new or reads differently.</param>
/// <param name="Moved">Running deadlines that now fall on another day.</param>
internal sealed record CalendarImpact(IReadOnlyList<int> Years, CalendarChange Change, IReadOnlyList<MovedDeadline> Moved)
{
    public bool IsEmpty => Years.Count == 0;
}

internal sealed record MovedDeadline(RunningDeadline Deadline, DateOnly From, DateOnly To);

/// <summary>Rooms name the limits that are running, so that an imported notice can count them again.</summary>
internal interface IRunningDeadlines
{
    public Task<IReadOnlyList<RunningDeadline>> OfAsync(NodeId province, CancellationToken ct);
}

/// <param name="What">As people read it, such as 处理承诺冲突.</param>
internal sealed record RunningDeadline(NodeId NodeId, string What, string Subject, DateOnly EventDay, int WorkDays);
