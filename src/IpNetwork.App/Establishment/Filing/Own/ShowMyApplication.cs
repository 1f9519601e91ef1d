using IpNetwork.App.Establishment.Filing.Form;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Filing.Own;

/// <summary>One application over the interface: whole for its builder, not there for anybody else.</summary>
internal sealed class ShowMyApplication(FilingDesk desk, SelfChecks checks, FilingTrail trail)
{
    public static void Map(IEndpointRouteBuilder node)
    {
        node.MapGet("/my-applications/{id:guid}", (Guid id, ShowMyApplication show, HttpContext context, Actor actor) => show.ShowAsync(id, context, actor))
            .Produces<MyApplicationView>().ProducesProblem(404)
            .WithName("ShowMyApplication").WithSummary("一份申报，连同修改所需的 ETag")
            .AtNode().Allow(FilingPolicy.Own);
        node.MapGet("/my-applications/{id:guid}/check", (Guid id, ShowMyApplication show, Actor actor, CancellationToken ct) =>
                show.AnswerAsync(id, actor, async application => SelfCheckView.Of(await show.CheckAsync(application, ct)), ct))
            .Produces<SelfCheckView>().ProducesProblem(404)
            .WithName("CheckMyApplication").WithSummary("对照条件自查，并列出还缺什么")
            .AtNode().Allow(FilingPolicy.Own);
        node.MapGet("/my-applications/{id:guid}/timeline", (Guid id, ShowMyApplication show, Actor actor, CancellationToken ct) =>
                show.AnswerAsync(id, actor, async application => new ListOf<TrailEntry>(await show.TrailAsync(application, ct), null), ct))
            .Produces<ListOf<TrailEntry>>().ProducesProblem(404)
            .WithName("ShowMyTimeline").WithSummary("一份申报的经过")
            .AtNode().Allow(FilingPolicy.Own);
    }

    private async Task<IResult> ShowAsync(Guid id, HttpContext context, Actor actor)
    {
        if (await desk.Book.FindAsync(id, actor.PersonId, context.RequestAborted) is not { } application)
        {
            return Answers.NotFound();
        }

        ETags.Send(context, desk.VersionOf(application));
        return Results.Ok(MyApplicationView.Of(application));
    }

    private async Task<IResult> AnswerAsync<T>(Guid id, Actor actor, Func<EstablishmentApplication, Task<T>> view, CancellationToken ct) =>
        await desk.Book.FindAsync(id, actor.PersonId, ct) is { } application ? Results.Ok(await view(application)) : Answers.NotFound();

    private Task<SelfCheck> CheckAsync(EstablishmentApplication application, CancellationToken ct) => checks.OfAsync(application, ct);

    private Task<IReadOnlyList<TrailEntry>> TrailAsync(EstablishmentApplication application, CancellationToken ct) => trail.OfAsync(application, ct);
}

internal sealed record MyApplicationView(Guid Id, string? Number, ApplicationStatus Status, string StatusName, FormBody Form)
{
    public required IReadOnlyList<MaterialView> Materials { get; init; }
    public required IReadOnlyList<SnapshotView> Snapshots { get; init; }
    public required int? ApplicationYear { get; init; }
    public required DateTimeOffset? SubmittedAt { get; init; }
    public required DateOnly? DueOn { get; init; }
    public required bool IsDueProvisional { get; init; }
    public required DateOnly? OpinionDueOn { get; init; }
    public required DateOnly? BuildDueOn { get; init; }

    /// <summary>What was to be put right at the last return.</summary>
    public required IReadOnlyList<DefectView> Defects { get; init; }
    public required IReadOnlyList<ProgressView> Progress { get; init; }
    public required IReadOnlyList<BuilderChangeView> BuilderChanges { get; init; }

    public static MyApplicationView Of(EstablishmentApplication application) => new(application.Id, application.Number, application.Status, application.Status.Chinese(), FormBody.Of(application.Form))
    {
        Materials = [.. application.Materials.Select(MaterialView.Of)],
        Snapshots = [.. application.Snapshots.OrderBy(snapshot => snapshot.Number).Select(snapshot => new SnapshotView(snapshot.Number, snapshot.SubmittedAt, [.. snapshot.Materials.Select(MaterialView.Of)]))],
        ApplicationYear = application.ApplicationYear,
        SubmittedAt = application.SubmittedAt,
        DueOn = application.DueOn,
        IsDueProvisional = application.IsDueProvisional,
        OpinionDueOn = application.OpinionDueOn,
        BuildDueOn = application.BuildDueOn,
        Defects = application.Returns is [.., var last] ? [.. last.Defects.Select(defect => new DefectView(defect.Part, FormParts.LabelOf(defect.Part) ?? defect.Part, defect.Text))] : [],
        Progress = [.. application.Progress.OrderBy(entry => entry.ReportedAt).Select(entry => new ProgressView(entry.HappenedOn, entry.Percent, entry.Text, entry.ReportedAt))],
        BuilderChanges = [.. application.BuilderChanges.Select(change => new BuilderChangeView(change.EventOn, change.ReportedOn, change.IsLate, change.Reason))],
    };
}

internal sealed record MaterialView(Guid FileId, MaterialKind Kind, string KindName, string? ConditionCode, string Name, long Size, string Sha256, DateTimeOffset AddedAt)
{
    public static MaterialView Of(ApplicationMaterial material) =>
        new(material.FileId, material.Kind, material.Kind.Chinese(), material.ConditionCode, material.Name, material.Size, material.Sha256, material.AddedAt);
}

internal sealed record SnapshotView(int Number, DateTimeOffset SubmittedAt, IReadOnlyList<MaterialView> Materials);

internal sealed record DefectView(string Part, string PartName, string Text);

internal sealed record ProgressView(DateOnly HappenedOn, int Percent, string Text, DateTimeOffset ReportedAt);

internal sealed record BuilderChangeView(DateOnly EventOn, DateOnly ReportedOn, bool IsLate, string Reason);

internal sealed record SelfCheckView(bool MaySubmit, IReadOnlyList<ConditionResult> Conditions, IReadOnlyList<GapView> Gaps)
{
    public static SelfCheckView Of(SelfCheck check) =>
        new(check.MaySubmit, check.Conditions, [.. check.Refusals.Select(refusal => new GapView(refusal.Code, refusal.Field, FilingSteps.StepOf(refusal).Key, refusal.Message))]);
}

internal sealed record GapView(string Code, string? Field, string Step, string Message);
