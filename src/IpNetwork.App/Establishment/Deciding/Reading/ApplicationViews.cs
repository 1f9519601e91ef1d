using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Deciding.Reading;

/// <summary>An application in the shapes that pages show.</summary>
internal sealed class ApplicationViews(NetworkDb db, NodeDirectory directory, IProvinceSettings settings, CurrentNode acting, TimeProvider clock)
{
    public async Task<ApplicationHead> HeadAsync(EstablishmentApplication application, EstablishmentRules rules, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        return new(application.Number ?? "", DecidingWords.Title(application.Kind, application.PlaceName), DecidingWords.Status(application.Status))
        {
            Clock = DecidingWords.Clock(application.Status, application.DueOn, ChinaTime.DayOf(clock.GetUtcNow()), rules.Calendar),
            DueOn = application.DueOn,
            IsProvisional = application.IsDueProvisional,
            SubmittedOn = application.SubmittedOn,
            Year = application.ApplicationYear,
            Snapshot = application.Snapshots.Count,
            Builder = application.BuilderName,
            Territory = CityOf(nodes, application)?.PlaceName ?? nodes.ById(acting.Node.NetworkId)?.PlaceName ?? "",
        };
    }

    /// <param name="files">Where materials are opened; null for those who read without them.</param>
    public async Task<ApplicationContent> ContentAsync(EstablishmentApplication application, EstablishmentRules rules, string? files, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        var form = application.LatestSnapshot?.Form ?? application.Form;
        var set = rules.SetOf(application.Kind);
        return new(
            ApplicationFacts.Of(form, nodes),
            [.. application.ConditionResults(rules).Select(result => Line(result, form))],
            [.. (application.LatestSnapshot?.Materials ?? application.Materials).Select(material => new MaterialLine(
                material.Kind.Chinese(), material.Name, set?.Find(material.ConditionCode ?? "")?.Label, Size(material.Size), material.Sha256, material.AddedAt)
            {
                Href = files is null ? null : $"{files}/{material.FileId}",
            })]);
    }

    public async Task<IReadOnlyDictionary<string, string>> ModuleNamesAsync(CancellationToken ct) =>
        (await settings.OfAsync(acting.Node.NetworkId, ct)).Modules.ToDictionary(module => module.Code, module => module.Name, StringComparer.Ordinal);

    public static OpinionView? Opinion(EstablishmentApplication application, NodeDirectory.Snapshot nodes) =>
        application.Opinion is { } opinion ? new(opinion.Recommends, opinion.Text, nodes.ById(opinion.From)?.PlaceName ?? "市（州）平台", opinion.By.At) : null;

    public static IReadOnlyList<ReturnView> Returns(EstablishmentApplication application) =>
        [.. application.Returns.Select(notice => new ReturnView(notice.By.At, notice.Snapshot, [.. notice.Defects.Select(defect => (FormParts.LabelOf(defect.Part) ?? defect.Part, defect.Text))]))];

    /// <param name="files">Where files are opened.</param>
    public async Task<IReadOnlyList<AssessmentView>> AssessmentsAsync(EstablishmentApplication application, string files, CancellationToken ct)
    {
        var shown = await LinksAsync(application.Assessments.SelectMany(record => record.Files), files, ct);
        return
        [
            .. application.Assessments.OrderBy(record => record.RecordedAt).Select(record => new AssessmentView(
                record.OtherMeans ?? record.Means.Chinese(), record.HeldOn, record.Findings, Measured(record.Measured),
                [.. record.Experts.Select(expert => (expert.Name, expert.Opinion))], record.RecordedByName,
                [.. record.Files.Where(shown.ContainsKey).Select(id => shown[id])])),
        ];
    }

    public static ProposalView? Proposal(EstablishmentApplication application, EstablishmentRules rules, IReadOnlyDictionary<string, string> modules) => application.Proposal is not { } proposal ? null : new(
        proposal.Includes, proposal.Reasons, [.. proposal.Modules.Select(code => modules.GetValueOrDefault(code, code))], proposal.GuidingOffice,
        [.. proposal.Waivers.Select(waiver => (rules.SetOf(application.Kind)?.Find(waiver.Code)?.Label ?? waiver.Code, waiver.IsGranted, waiver.Reason))], proposal.By.Name, proposal.By.At)
    {
        DecidedBy = application.DecidedBy?.Name,
        DecidedAt = application.DecidedBy?.At,
    };

    public async Task<BuildView?> BuildAsync(EstablishmentApplication application, string files, CancellationToken ct)
    {
        if (application.BuildDueOn is null)
        {
            return null;
        }

        var shown = await LinksAsync(application.Progress.SelectMany(entry => entry.Files), files, ct);
        return new(
            application.BuildDueOn, Percent(application),
            [.. application.Extensions.Select(extension => (extension.From, extension.To, extension.Reason))],
            [.. application.Progress.OrderByDescending(entry => entry.ReportedAt).Select(entry => new ProgressRow(entry.HappenedOn, entry.Percent, entry.Text, [.. entry.Files.Where(shown.ContainsKey).Select(id => shown[id])]))]);
    }

    private async Task<Dictionary<Guid, LinkView>> LinksAsync(IEnumerable<Guid> named, string files, CancellationToken ct)
    {
        var ids = named.Select(id => new FileId(id)).ToList();
        return await db.Set<StoredFile>().AsNoTracking().Where(file => ids.Contains(file.Id)).ToDictionaryAsync(file => file.Id.Value, file => new LinkView(file.Name, $"{files}/{file.Id}"), ct);
    }

    public static int? Percent(EstablishmentApplication application) => application.Progress.MaxBy(entry => entry.ReportedAt)?.Percent;

    public static IReadOnlyList<InspectionView> Inspections(EstablishmentApplication application, IReadOnlyDictionary<string, string> modules) =>
    [
        .. application.Inspections.OrderByDescending(inspection => inspection.Number).Select(inspection => new InspectionView(
            inspection.Number, ChinaTime.DayOf(inspection.RequestedAt), inspection.Request, inspection.HeldOn, inspection.Qualifies,
            [.. inspection.Checklist.Select(line => (modules.GetValueOrDefault(line.Module, line.Module), line.IsMet, line.Evidence))],
            Measured(inspection.Measured), inspection.Defects, inspection.InspectedBy?.Name, inspection.ConfirmedBy?.Name)),
    ];

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<StepView> Steps(EstablishmentApplication application) =>
        [.. ApplicationHistory.Of(application).Reverse().Select(step => new StepView(step.At, step.Side.Chinese(), step.What, step.Says, step.Person, step.IsGood))];

    public static Node? CityOf(NodeDirectory.Snapshot nodes, EstablishmentApplication application) =>
        nodes.BySlug(application.ParentSlug) is { } parent ? nodes.Ladder(parent).FirstOrDefault(node => node.Kind is NodeKind.City) : null;

    private static ConditionLine Line(ConditionResult result, ApplicationForm form) => new(
        result.Code, result.Label, result.Required, result.Actual, result.Verified, DecidingWords.Verdict(result.Verdict), result.Clause,
        form.WaiverReasons.GetValueOrDefault(result.Code, "").Trim() is { Length: > 0 } reason ? reason : null, result.Verdict is ConditionVerdict.HardFail);

    private static string? Measured(MeasuredValues? measured)
    {
        string?[] parts =
        [
            measured?.Area is { } area ? $"面积 {area.ToString("0.##", CultureInfo.InvariantCulture)} 平方米" : null,
            measured?.Staff is { } staff ? $"人员 {staff} 人" : null,
            measured?.Computers is { } computers ? $"计算机 {computers} 台" : null,
        ];
        return string.Join("，", parts.OfType<string>()) is { Length: > 0 } text ? text : null;
    }

    private static string Size(long bytes) => bytes switch
    {
        >= 1024 * 1024 => $"{(bytes / 1024.0 / 1024.0).ToString("0.0", CultureInfo.InvariantCulture)} MB",
        >= 1024 => $"{bytes / 1024} KB",
        _ => $"{bytes} 字节",
    };
}
