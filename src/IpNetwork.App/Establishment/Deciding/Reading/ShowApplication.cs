using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Deciding.Reading;

/// <summary>One application with the version that acts upon it name: the province's own, or one of a city's territory.</summary>
internal sealed class ShowApplication(ProvinceReading reading, NodeDirectory directory, CurrentNode acting)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapGet("/applications/{number}", async (string number, HttpContext context, ShowApplication show, CancellationToken ct) =>
            {
                if (await show.FindAsync(number, ct) is not { } found)
                {
                    return Answers.NotFound();
                }

                ETags.Send(context, found.Version);
                return Results.Ok(ApplicationRecord.Of(found.Application, found.Rules));
            })
            .Produces<ApplicationRecord>().ProducesProblem(403).ProducesProblem(404)
            .WithName("ShowApplication")
            .WithSummary("一份设立申报，连同办理它所需的 ETag")
            .AtNode()
            .Allow(DecidingPolicy.Read);

    /// <summary>Null where there is none, and where it lies outside the acting city's territory.</summary>
    public async Task<FoundApplication?> FindAsync(string number, CancellationToken ct)
    {
        var found = await reading.ThereAsync(async services =>
        {
            var book = services.GetRequiredService<ApplicationBook>();
            return await book.ReadAsync(number, ct) is var (application, version) ? new FoundApplication(application, version, await book.RulesAsync(ct)) : null;
        }, ct);
        return found is not null && await MaySeeAsync(found.Application, ct) ? found : null;
    }

    private async Task<bool> MaySeeAsync(EstablishmentApplication application, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        return acting.Node.Kind is NodeKind.Province
            || (acting.Node.Kind is NodeKind.City && application.NeedsOpinion && nodes.ById(acting.Id) is { } city && Territory.Covers(nodes, city, application.ParentSlug));
    }
}

internal sealed record FoundApplication(EstablishmentApplication Application, uint Version, EstablishmentRules Rules);

/// <summary>An application as the interface tells it; identity marks stay inside.</summary>
internal sealed record ApplicationRecord
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required ApplicationStatus Status { get; init; }
    public required int? ApplicationYear { get; init; }
    public required DateTimeOffset? SubmittedAt { get; init; }
    public required DateOnly? DueOn { get; init; }
    public required bool IsDueProvisional { get; init; }
    public required DateOnly? OpinionDueOn { get; init; }
    public required int Snapshot { get; init; }
    public required ApplicationForm Form { get; init; }
    public required IReadOnlyList<ApplicationMaterial> Materials { get; init; }
    public required IReadOnlyList<ConditionResult> Conditions { get; init; }
    public required OpinionRecord? Opinion { get; init; }
    public required IReadOnlyList<ReturnNotice> Returns { get; init; }
    public required IReadOnlyList<AssessmentRecordView> Assessments { get; init; }
    public required DecisionProposal? Proposal { get; init; }
    public required Signature? DecidedBy { get; init; }
    public required DateOnly? BuildDueOn { get; init; }
    public required IReadOnlyList<BuildExtension> Extensions { get; init; }
    public required IReadOnlyList<ProgressView> Progress { get; init; }
    public required IReadOnlyList<InspectionRecord> Inspections { get; init; }
    public required DateOnly? AcceptedOn { get; init; }
    public required string? FoundedSlug { get; init; }

    public static ApplicationRecord Of(EstablishmentApplication application, EstablishmentRules rules)
    {
        var form = application.LatestSnapshot?.Form ?? application.Form;
        return new()
        {
            Id = application.Id,
            Number = application.Number ?? "",
            Status = application.Status,
            ApplicationYear = application.ApplicationYear,
            SubmittedAt = application.SubmittedAt,
            DueOn = application.DueOn,
            IsDueProvisional = application.IsDueProvisional,
            OpinionDueOn = application.OpinionDueOn,
            Snapshot = application.Snapshots.Count,
            Form = form with { Staff = [.. form.Staff.Select(line => line with { IdentityMark = null })] },
            Materials = application.LatestSnapshot?.Materials ?? application.Materials,
            Conditions = application.ConditionResults(rules),
            Opinion = application.Opinion is { } opinion ? new(opinion.Recommends, opinion.Text, opinion.By.Name, opinion.By.At) : null,
            Returns = application.Returns,
            Assessments = [.. application.Assessments.OrderBy(a => a.RecordedAt).Select(a => new AssessmentRecordView(a.Id, a.Means, a.OtherMeans, a.HeldOn, a.Findings, a.Experts, a.Measured, a.Files, a.RecordedByName, a.RecordedAt))],
            Proposal = application.Proposal,
            DecidedBy = application.DecidedBy,
            BuildDueOn = application.BuildDueOn,
            Extensions = application.Extensions,
            Progress = [.. application.Progress.OrderBy(p => p.ReportedAt).Select(p => new ProgressView(p.Id, p.HappenedOn, p.Percent, p.Text, p.Files, p.ReportedAt))],
            Inspections = [.. application.Inspections.OrderBy(i => i.Number).Select(i => new InspectionRecord(i.Number, i.Request, i.RequestedAt, i.HeldOn, i.Checklist, i.Measured, i.Waivers, i.Qualifies, i.Defects, i.InspectedBy, i.ConfirmedBy))],
            AcceptedOn = application.AcceptedOn,
            FoundedSlug = application.FoundedSlug,
        };
    }
}

internal sealed record OpinionRecord(bool Recommends, string Text, string By, DateTimeOffset At);

internal sealed record AssessmentRecordView(
    Guid Id, AssessmentMeans Means, string? OtherMeans, DateOnly HeldOn, string Findings, IReadOnlyList<AssessingExpert> Experts, MeasuredValues? Measured, IReadOnlyList<Guid> Files, string By, DateTimeOffset At);

internal sealed record ProgressView(Guid Id, DateOnly HappenedOn, int Percent, string Text, IReadOnlyList<Guid> Files, DateTimeOffset ReportedAt);

internal sealed record InspectionRecord(
    int Number, string Request, DateTimeOffset RequestedAt, DateOnly? HeldOn, IReadOnlyList<ChecklistLine> Checklist, MeasuredValues? Measured, IReadOnlyList<WaiverDecision> Waivers, bool? Qualifies, string Defects, Signature? InspectedBy, Signature? ConfirmedBy);
