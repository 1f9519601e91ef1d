using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>
/// 设立申报: from the first line a builder writes to the node it becomes. Held by the province; the builder sees its own.
/// The verbs stand in one file for each part of its life.
/// </summary>
public sealed partial class EstablishmentApplication
{
    private readonly List<ApplicationSnapshot> snapshots = [];
    private readonly List<AssessmentRecord> assessments = [];
    private readonly List<ProgressEntry> progress = [];
    private readonly List<AcceptanceInspection> inspections = [];

    private EstablishmentApplication()
    {
    }

    /// <summary>The province.</summary>
    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public Guid BuilderId { get; private set; }

    /// <summary>Who files it.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>What people call it by; given at the first submission.</summary>
    public string? Number { get; private set; }

    public ApplicationStatus Status { get; private set; }

    public ApplicationForm Form { get; private set; } = new();

    /// <summary>Of the form, kept beside it: lists are asked by these four.</summary>
    public NodeKind? Kind { get; private set; }

    public string ParentSlug { get; private set; } = "";

    public string PlaceName { get; private set; } = "";

    public string BuilderName { get; private set; } = "";

    /// <summary>Marks of those named as full-time: nobody is full-time at two platforms.</summary>
    public IReadOnlyList<string> FullTimeMarks { get; private set; } = [];

    public IReadOnlyList<ApplicationMaterial> Materials { get; private set; } = [];

    /// <summary>The prospective node while this application occupies it; unique in the province.</summary>
    public string? OpenKey { get; private set; }

    /// <summary>Of the first submission; a corrected application keeps it (BLD-03).</summary>
    public int? ApplicationYear { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The day by which the step under way must be done; null where nobody's clock runs.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Where the clock of the step under way began and how many working days it has; null where a day was set.</summary>
    public DateOnly? DueFrom { get; private set; }

    public int? DueWorkdays { get; private set; }

    public DateOnly? OpinionDueOn { get; private set; }

    /// <summary>A due day lies in a year whose notice is not out yet.</summary>
    public bool IsDueProvisional { get; private set; }

    public IReadOnlyList<ReturnNotice> Returns { get; private set; } = [];

    public CityOpinion? Opinion { get; private set; }

    public Signature? BegunBy { get; private set; }

    public DecisionProposal? Proposal { get; private set; }

    /// <summary>Proposals the approver did not follow.</summary>
    public IReadOnlyList<SentBackProposal> SentBack { get; private set; } = [];

    public Signature? DecidedBy { get; private set; }

    public DateOnly? BuildDueOn { get; private set; }

    public IReadOnlyList<BuildExtension> Extensions { get; private set; } = [];

    public IReadOnlyList<BuilderChange> BuilderChanges { get; private set; } = [];

    public DateOnly? AcceptedOn { get; private set; }

    /// <summary>Address name of the node it became; chosen by the province at acceptance.</summary>
    public string? FoundedSlug { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public IReadOnlyList<ApplicationSnapshot> Snapshots => snapshots;

    public IReadOnlyList<AssessmentRecord> Assessments => assessments;

    public IReadOnlyList<ProgressEntry> Progress => progress;

    public IReadOnlyList<AcceptanceInspection> Inspections => inspections;

    public DateOnly? SubmittedOn => SubmittedAt is { } at ? ChinaTime.DayOf(at) : null;

    public ApplicationSnapshot? LatestSnapshot => snapshots.MaxBy(snapshot => snapshot.Number);

    public AcceptanceInspection? LatestInspection => inspections.MaxBy(inspection => inspection.Number);

    public IReadOnlyList<string> Modules => Proposal?.Modules ?? [];

    /// <summary>The year whose build plan holds it, once included.</summary>
    public int? BuildYear => DecidedBy is not null && Status is not ApplicationStatus.Rejected ? BuildDueOn?.Year : null;

    public string Title => Form.Prospect.PlaceName.Trim() is { Length: > 0 } place ? place : "未命名";

    public bool NeedsOpinion => Form.Prospect.Kind is NodeKind.County or NodeKind.KeyPark or NodeKind.Workstation;

    private Outcome Move(ApplicationAct act, DateTimeOffset now, Action change, params IEnumerable<Refusal?> found)
    {
        var to = ApplicationMoves.After(Status, act);
        Refusal[] refusals = to.IsDone ? [.. found.OfType<Refusal>()] : [.. to.Refusals];
        if (refusals.Length > 0)
        {
            return Outcome.Refused(refusals);
        }

        change();
        (Status, UpdatedAt) = (to.Value, now.ToUniversalTime());
        OpenKey = Status.IsOpen() && Number is not null ? Form.Prospect.Key : null;
        Keep(Form);
        return Outcome.Done;
    }

    private void Keep(ApplicationForm form)
    {
        (Kind, ParentSlug, PlaceName, BuilderName) =
            (form.Prospect.Kind, form.Prospect.Parent.Trim(), form.Prospect.PlaceName.Trim(), form.Builders is [var first, ..] ? first.Name.Trim() : "");
        FullTimeMarks = [.. form.Staff.Where(line => line.IsFullTime).Select(line => line.IdentityMark).OfType<string>().Distinct()];
    }

    private bool IsAllowed(ApplicationAct act) => ApplicationMoves.Allows(Status, act);

    private void Due(WorkCalendar calendar, DateOnly from, int workdays)
    {
        var due = calendar.Add(from, workdays);
        (DueOn, IsDueProvisional, DueFrom, DueWorkdays) = (due.Day, due.IsProvisional, from, workdays);
    }

    private void DueBy(DateOnly? day) => (DueOn, IsDueProvisional, DueFrom, DueWorkdays) = (day, false, null, null);
}
