using IpNetwork.App.Shell;
using IpNetwork.Domain.Funding;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Funding;

internal static class FundingWords
{
    public static IReadOnlyList<FieldOption> Units { get; } = [new("wan", "万元"), new("yuan", "元")];

    public static StatusView Status(ProjectView project) => project switch
    {
        { AwardedOn: not null } => new("已下达", Tone.Ok),
        { Review: ReviewResult.Failed } => new("没有通过评审", Tone.End),
        { Review: ReviewResult.Passed, Cap: null } => new("等上限", Tone.Wait),
        { Review: ReviewResult.Passed } => new("等下达", Tone.Run),
        _ => new("等评审", Tone.Wait),
    };

    public static string Money(decimal? yuan) => yuan is { } value ? new Yuan(value).ToString() : "没有";

    /// <summary>What of the cap is used, this project included.</summary>
    public static string Total(ProjectView project) =>
        project.Cap is { } cap ? $"{Money(project.AwardedByOthers + (project.Amount ?? 0))}，上限 {Money(cap)}" : $"{Money(project.AwardedByOthers + (project.Amount ?? 0))}，没有定上限";
}
