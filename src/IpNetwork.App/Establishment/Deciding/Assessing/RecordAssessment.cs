using IpNetwork.App.Data;
using IpNetwork.App.Data.Files;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Experts;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Deciding.Assessing;

/// <summary>Writes down a hearing, a site visit, a material assessment or another means, with the experts who took part (ASM-01, EXP-01).</summary>
internal sealed class RecordAssessment(DecidingDesk desk, NetworkDb db, FileIntake intake) : IActPage
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost($"/applications/{{number}}/{DecidingActs.Assessments}", async (string number, AssessmentRequest body, RecordAssessment record, IfMatch seen, Actor actor, CancellationToken ct) =>
                DecidingAnswers.Done(await record.HandleAsync(number, body, seen, actor, ct)))
            .ProducesAct()
            .WithName("RecordAssessment")
            .WithSummary("登记一次评估：听取汇报、现场考察、材料评估或其他方式；专家须已指派且不回避、任期未过；登记人先上传的照片和文件（用途 assessment，位置 by.登记人）随这次登记存档")
            .AtNode().Allow(DecidingPolicy.Assess);

    public Task<Outcome> HandleAsync(string number, AssessmentRequest request, IfMatch seen, Actor actor, CancellationToken ct) => desk.ActAsync(number, seen, actor, async deed =>
    {
        var experts = await ExpertsAsync(deed.Application, request, deed.Today, ct);
        if (!experts.IsDone)
        {
            return Outcome.Refused(experts.Refusals);
        }

        var photos = await TakeAsync(AssessmentFiles.Of(deed.Application, actor.PersonId), ct);
        var outcome = deed.Application.RecordAssessment(request.Entry(experts.Value, photos), deed.By);
        if (outcome.IsDone)
        {
            var record = deed.Application.Assessments[^1];
            deed.Happened("assessment-recorded", $"登记{record.OtherMeans ?? record.Means.Chinese()}，{record.HeldOn:yyyy-MM-dd}", new { deed.Application.Id, Record = record.Id, record.Means, record.HeldOn, Files = photos.Count });
        }

        return outcome;
    }, ct);

    public Type View => typeof(RecordForm);

    public IReadOnlyDictionary<string, string> Given(EstablishmentApplication application) => new Dictionary<string, string> { ["heldOn"] = Say.Day(desk.Today) };

    public async Task<object> ModelAsync(ActHead head, EstablishmentApplication application, EstablishmentRules rules, CancellationToken ct)
    {
        var assigned = await AssignedAsync(application.Number ?? "", ct);
        return new RecordFormView(
            head,
            [.. Enum.GetValues<AssessmentMeans>().Select(means => new FieldOption(means.ToString(), means.Chinese()))],
            [.. assigned.Select(a => new ExpertChoice(a.ExpertId, a.ExpertName, a.Employer))],
            rules.SetOf(application.Kind)?.Items.Count > 0,
            ApplicationMoves.Allows(application.Status, ApplicationAct.RecordAssessment) ? await PhotosAsync(application, head.Person, ct) : null);
    }

    public Task<Outcome> SendAsync(string number, TypedForm typed, IfMatch seen, Actor actor, CancellationToken ct)
    {
        var request = AssessmentRequest.Of(typed);
        return typed.Refusals.Count > 0 ? Task.FromResult(Outcome.Done) : HandleAsync(number, request, seen, actor, ct);
    }

    private async Task<Outcome<List<AssessingExpert>>> ExpertsAsync(EstablishmentApplication application, AssessmentRequest request, DateOnly today, CancellationToken ct)
    {
        var asked = (request.Experts ?? []).OfType<ExpertOpinion>().DistinctBy(expert => expert.Expert).ToList();
        var ids = asked.Select(expert => expert.Expert).ToList();
        var assigned = (await AssignedAsync(application.Number ?? "", ct)).Select(a => a.ExpertId).ToHashSet();
        var known = await db.Set<Expert>().AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
        var matter = ApplicationMatter.Of(application);
        Refusal[] refusals =
        [
            .. asked.Select(expert => !known.TryGetValue(expert.Expert, out var one) || !assigned.Contains(expert.Expert) ? EstablishmentRefusals.ExpertNotAssigned() : one.Stops(matter, today)).OfType<Refusal>(),
        ];
        return refusals.Length > 0
            ? Outcome.Refused<List<AssessingExpert>>(refusals)
            : asked.Select(expert => new AssessingExpert(expert.Expert, known[expert.Expert].Name, (expert.Opinion ?? "").Trim())).ToList();
    }

    private async Task<UploadPlace> PhotosAsync(EstablishmentApplication application, PersonId? person, CancellationToken ct)
    {
        var subject = AssessmentFiles.Of(application, person);
        return new(subject, await AssessmentFiles.Waiting(db, subject).AsNoTracking().ToListAsync(ct), await intake.RulesAsync(ct));
    }

    /// <summary>Within the unit of work: what was uploaded for this record stays as it is, and nothing comes in meanwhile.</summary>
    private async Task<IReadOnlyList<Guid>> TakeAsync(FileSubject subject, CancellationToken ct)
    {
        await intake.LockAsync(subject, ct);
        var files = await AssessmentFiles.Waiting(db, subject).ToListAsync(ct);
        return [.. files.Select(file => file.Freeze(desk.Now).Id.Value)];
    }

    private Task<List<ExpertAssignment>> AssignedAsync(string number, CancellationToken ct) =>
        db.Set<ExpertAssignment>().AsNoTracking().Where(a => a.Matter == number && a.ReleasedAt == null).OrderBy(a => a.AssignedAt).ToListAsync(ct);
}

internal static class ApplicationMatter
{
    /// <summary>Whose matter it is: everybody named as its builder, in the version handed in and in the one being written.</summary>
    public static Matter Of(EstablishmentApplication application) => new(
        application.Number ?? "", DecidingWords.Title(application.Kind, application.PlaceName),
        [.. application.Form.Builders.Concat(application.LatestSnapshot?.Form.Builders ?? []).Select(builder => new Party(builder.Name, builder.Uscc)).Distinct()]);
}

/// <summary>An assessment as it was sent.</summary>
internal sealed record AssessmentRequest
{
    public AssessmentMeans? Means { get; init; }
    public string? OtherMeans { get; init; }
    public DateOnly? HeldOn { get; init; }
    public string? Findings { get; init; }
    public decimal? MeasuredArea { get; init; }
    public int? MeasuredStaff { get; init; }
    public int? MeasuredComputers { get; init; }
    public IReadOnlyList<ExpertOpinion?>? Experts { get; init; }

    public AssessmentEntry Entry(IReadOnlyList<AssessingExpert> experts, IReadOnlyList<Guid> files) => new()
    {
        Means = Means,
        OtherMeans = OtherMeans,
        HeldOn = HeldOn,
        Findings = Findings,
        Experts = experts,
        Files = files,
        Measured = MeasuredArea is null && MeasuredStaff is null && MeasuredComputers is null ? null : new(MeasuredArea, MeasuredStaff, MeasuredComputers),
    };

    public static AssessmentRequest Of(TypedForm typed) => new()
    {
        Means = typed.Choice<AssessmentMeans>("means"),
        OtherMeans = typed.Text("otherMeans"),
        HeldOn = typed.Day("heldOn"),
        Findings = typed.Text("findings"),
        MeasuredArea = typed.Number("measuredArea"),
        MeasuredStaff = typed.Whole("measuredStaff"),
        MeasuredComputers = typed.Whole("measuredComputers"),
        Experts = [.. typed.Chosen("expert").Select(text => Guid.TryParse(text, out var id) ? new ExpertOpinion(id, typed.Text($"expert.{id}")) : null)],
    };
}

internal sealed record ExpertOpinion(Guid Expert, string? Opinion);

public sealed record RecordFormView(ActHead Head, IReadOnlyList<FieldOption> Means, IReadOnlyList<ExpertChoice> Experts, bool Measures, UploadPlace? Photos);

public sealed record ExpertChoice(Guid Id, string Name, string Employer);
