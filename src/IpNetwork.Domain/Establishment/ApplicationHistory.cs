using System.Globalization;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>An application's life in words, oldest first, as it can be read years later.</summary>
public static class ApplicationHistory
{
    public static IReadOnlyList<ApplicationStep> Of(EstablishmentApplication application) => [.. Steps(application).OrderBy(step => step.At)];

    private static IEnumerable<ApplicationStep> Steps(EstablishmentApplication application) =>
    [
        new(application.CreatedAt, StepSide.Builder, "开始填写申报"),
        .. application.Snapshots.Select(snapshot => new ApplicationStep(snapshot.SubmittedAt, StepSide.Builder, $"提交申报，第 {snapshot.Number} 版") { Says = $"材料 {snapshot.Materials.Count} 份" }),
        .. application.Opinion is { } opinion ? [Signed(opinion.By, StepSide.City, opinion.Recommends ? "属地意见：推荐" : "属地意见：不推荐", opinion.Text, opinion.Recommends)] : Array.Empty<ApplicationStep>(),
        .. application.Returns.Select(notice => Signed(notice.By, StepSide.Province, $"退回补正，{notice.Defects.Count} 处", Lines(notice.Defects.Select(defect => $"{FormParts.LabelOf(defect.Part)}：{defect.Text}")), isGood: false)),
        .. application.BegunBy is { } begun ? [Signed(begun, StepSide.Province, "开始评估", null)] : Array.Empty<ApplicationStep>(),
        .. application.Assessments.Select(Assessed),
        .. application.SentBack.SelectMany(earlier => new[] { Proposed(earlier.Proposal), Signed(earlier.By, StepSide.Province, "退回评估结论", earlier.Reason, isGood: false) with { IsInternal = true } }),
        .. application.Proposal is { } proposal ? [Proposed(proposal)] : Array.Empty<ApplicationStep>(),
        .. application.DecidedBy is { } decided ? [Decided(application, decided)] : Array.Empty<ApplicationStep>(),
        .. application.Extensions.Where(extension => extension.By != application.DecidedBy).Select(extension =>
            Signed(extension.By, StepSide.Province, $"建成期限由 {Day(extension.From)} 改为 {Day(extension.To)}", extension.Reason)),
        .. application.Progress.Select(entry => new ApplicationStep(entry.ReportedAt, StepSide.Builder, $"登记进度：{entry.Percent}%") { Says = entry.Text }),
        .. application.BuilderChanges.Select(change => new ApplicationStep(ChinaTime.StartOf(change.ReportedOn), StepSide.Builder, change.IsLate ? "变更建设主体（逾期报备）" : "变更建设主体") { Says = change.Reason }),
        .. application.Inspections.SelectMany(inspection => Inspected(application, inspection)),
        .. application.Status is ApplicationStatus.Withdrawn ? [new(application.UpdatedAt, StepSide.Builder, "撤回申报") { IsGood = false }] : Array.Empty<ApplicationStep>(),
    ];

    private static ApplicationStep Assessed(AssessmentRecord record) => new(record.RecordedAt, StepSide.Province, $"{record.OtherMeans ?? record.Means.Chinese()}（{Day(record.HeldOn)}）")
    {
        Says = Lines([record.Findings, .. record.Experts.Select(expert => $"{expert.Name}：{expert.Opinion}")]),
        Person = record.RecordedByName,
        IsInternal = true,
    };

    private static ApplicationStep Proposed(DecisionProposal proposal) =>
        Signed(proposal.By, StepSide.Province, proposal.Includes ? "评估结论：建议纳入建设计划" : "评估结论：建议不纳入", proposal.Includes ? $"指导处室：{proposal.GuidingOffice}" : proposal.Reasons) with { IsInternal = true };

    private static ApplicationStep Decided(EstablishmentApplication application, Signature by)
    {
        var extension = application.Extensions.FirstOrDefault(extension => extension.By == by);
        return application.Proposal is { Includes: true }
            ? Signed(by, StepSide.Province, $"纳入建设计划，{Day(extension?.To ?? application.UsualDueOn(by.At))} 前建成", extension?.Reason)
            : Signed(by, StepSide.Province, "决定不纳入建设计划", application.Proposal?.Reasons, isGood: false);
    }

    private static IEnumerable<ApplicationStep> Inspected(EstablishmentApplication application, AcceptanceInspection inspection)
    {
        yield return new(inspection.RequestedAt, StepSide.Builder, inspection.Number == 1 ? "申请验收" : $"第 {inspection.Number} 次申请验收") { Says = inspection.Request };
        foreach (var earlier in inspection.SentBack)
        {
            yield return Signed(earlier.InspectedBy, StepSide.Province, earlier.Qualified ? "验收结论：合格" : "验收结论：还不合格", earlier.Defects, earlier.Qualified);
            yield return Signed(earlier.By, StepSide.Province, "退回验收结论", earlier.Reason, isGood: false) with { IsInternal = true };
        }

        if (inspection is { InspectedBy: { } inspector, Qualifies: { } qualifies })
        {
            yield return Signed(inspector, StepSide.Province, qualifies ? "验收结论：合格" : "验收结论：还不合格", inspection.Defects, qualifies);
        }

        if (inspection is { ConfirmedBy: { } confirmer, Qualifies: { } confirmed })
        {
            yield return Signed(confirmer, StepSide.Province, confirmed ? "认定合格" : "退回继续建设", confirmed ? $"网址名 {application.FoundedSlug}" : inspection.Defects, confirmed);
        }
    }

    private static ApplicationStep Signed(Signature by, StepSide side, string what, string? says, bool isGood = true) =>
        new(by.At, side, what) { Says = string.IsNullOrEmpty(says) ? null : says, Person = by.Name, IsGood = isGood };

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Where(line => line.Length > 0));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <param name="What">One phrase.</param>
public sealed record ApplicationStep(DateTimeOffset At, StepSide Side, string What)
{
    /// <summary>What was said with it, in full; lines broken as they were written.</summary>
    public string? Says { get; init; }

    /// <summary>The officer who signed; not for the public.</summary>
    public string? Person { get; init; }

    public bool IsGood { get; init; } = true;

    /// <summary>Said among the province's officers on the way to a decision.</summary>
    public bool IsInternal { get; init; }
}

public enum StepSide
{
    Builder,
    City,
    Province,
}

public static class StepSideWords
{
    public static string Chinese(this StepSide side) => side switch
    {
        StepSide.Builder => "建设主体",
        StepSide.City => "市（州）平台",
        StepSide.Province => "省级平台",
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, null),
    };
}
