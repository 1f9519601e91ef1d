using IpNetwork.App.Shell;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Deciding;

/// <summary>How this room shows its states.</summary>
internal static class DecidingWords
{
    public static StatusView Status(ApplicationStatus status) => new(status.Chinese(), status switch
    {
        ApplicationStatus.Submitted or ApplicationStatus.UnderAssessment or ApplicationStatus.Building => Tone.Run,
        ApplicationStatus.Returned or ApplicationStatus.AcceptanceRequested => Tone.Warn,
        ApplicationStatus.InBuildPlan or ApplicationStatus.Accepted => Tone.Ok,
        ApplicationStatus.Rejected => Tone.Bad,
        ApplicationStatus.Withdrawn => Tone.End,
        _ => Tone.Wait,
    });

    public static StatusView Verdict(ConditionVerdict verdict) => verdict switch
    {
        ConditionVerdict.Pass => new("符合", Tone.Ok),
        ConditionVerdict.SoftFail => new("原则性不足", Tone.Warn),
        _ => new("不符合", Tone.Bad),
    };

    public static string Opinion(OpinionState state) => state switch
    {
        OpinionState.NotNeeded => "不需要",
        OpinionState.Pending => "还没有",
        OpinionState.Recommended => "推荐",
        _ => "不推荐",
    };

    public static OpinionState OpinionOf(NodeKind? kind, CityOpinion? opinion) => opinion switch
    {
        { Recommends: true } => OpinionState.Recommended,
        { } => OpinionState.NotRecommended,
        null => kind is NodeKind.City ? OpinionState.NotNeeded : OpinionState.Pending,
    };

    /// <summary>The clock of the step under way: working days where they are counted, days where a year's end was set.</summary>
    public static DeadlineView? Clock(ApplicationStatus status, DateOnly? dueOn, DateOnly today, WorkCalendar calendar) => dueOn is not { } due ? null
        : status is ApplicationStatus.InBuildPlan or ApplicationStatus.Building ? Deadlines.InDays(due, today)
        : Deadlines.InWorkDays(due, today, calendar);

    public static string Title(NodeKind? kind, string place) => $"{(kind is { } known ? NodeWords.Of(known) : "平台")}：{(place.Length == 0 ? "未命名" : place)}";
}

internal enum OpinionState
{
    NotNeeded,
    Pending,
    Recommended,
    NotRecommended,
}
