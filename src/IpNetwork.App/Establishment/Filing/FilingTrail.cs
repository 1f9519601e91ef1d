using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.Domain.Establishment;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Filing;

/// <summary>What has happened to an application, as its builder may read it: out of the audit trail, officers by their side and not by name.</summary>
internal sealed class FilingTrail(NetworkDb db)
{
    public const string Subject = "application";

    private const string Room = "establishment.";

    /// <summary>What is said to the builder of each event; what is not listed is the office's own work.</summary>
    private static readonly Dictionary<string, (TrailSide Side, string What)> Told = new(StringComparer.Ordinal)
    {
        ["started"] = (TrailSide.Builder, "开始填写申报"),
        ["submitted"] = (TrailSide.Builder, "提交申报"),
        ["resubmitted"] = (TrailSide.Builder, "补正后再次提交"),
        ["withdrawn"] = (TrailSide.Builder, "撤回申报"),
        ["opinion-given"] = (TrailSide.City, "提出属地意见"),
        ["returned"] = (TrailSide.Province, "退回补正"),
        ["assessment-begun"] = (TrailSide.Province, "形式审查通过，开始评估"),
        ["included"] = (TrailSide.Province, "纳入建设计划"),
        ["rejected"] = (TrailSide.Province, "决定不纳入建设计划"),
        ["extended"] = (TrailSide.Province, "调整建成期限"),
        ["progress-reported"] = (TrailSide.Builder, "登记建设进度"),
        ["builders-changed"] = (TrailSide.Builder, "报备建设主体变更"),
        ["acceptance-requested"] = (TrailSide.Builder, "申请验收"),
        ["sent-back-to-building"] = (TrailSide.Province, "验收没有通过，继续建设"),
        ["accepted"] = (TrailSide.Province, "认定合格"),
    };

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<TrailEntry>> OfAsync(EstablishmentApplication application, CancellationToken ct)
    {
        string[] subjects = [application.Id.ToString(), .. application.Number is { } number ? [number] : Array.Empty<string>()];
        var verbs = Told.Keys.Select(verb => Room + verb).ToList();
        var events = await db.Set<AuditEvent>().AsNoTracking()
            .Where(e => e.SubjectKind == Subject && subjects.Contains(e.SubjectId) && verbs.Contains(e.Verb))
            .OrderBy(e => e.Id)
            .Select(e => new { e.At, e.Verb })
            .ToListAsync(ct);
        return [.. events.Select(e => (e.At, Said: Told[e.Verb[Room.Length..]])).Select(e => new TrailEntry(e.At, e.Said.Side, e.Said.What))];
    }
}

public sealed record TrailEntry(DateTimeOffset At, TrailSide Side, string What);

public enum TrailSide
{
    Builder,
    City,
    Province,
}

internal static class TrailWords
{
    public static string Of(TrailSide side) => side switch
    {
        TrailSide.Builder => "建设主体",
        TrailSide.City => "市（州）平台",
        _ => "省级平台",
    };
}
