using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>Writing and handing in.</summary>
public sealed partial class EstablishmentApplication
{
    public static EstablishmentApplication Start(Builder builder, DateTimeOffset now)
    {
        var started = new EstablishmentApplication
        {
            NodeId = builder.NodeId,
            Id = Guid.CreateVersion7(now),
            BuilderId = builder.Id,
            PersonId = builder.PersonId,
            Form = new() { Builders = [new() { Name = builder.Name, Uscc = builder.Uscc, Type = builder.Type }] },
            CreatedAt = now.ToUniversalTime(),
            UpdatedAt = now.ToUniversalTime(),
        };
        started.Keep(started.Form);
        return started;
    }

    /// <summary>Keeps what was typed, complete or not.</summary>
    public Outcome Write(ApplicationForm form, DateTimeOffset now) =>
        Move(ApplicationAct.Write, now, () => Form = form, FormRules.OnWriting(form));

    public Outcome Attach(ApplicationMaterial material, ThresholdSet? set, DateTimeOffset now) =>
        Move(ApplicationAct.Write, now, () => Materials = [.. Materials, material],
            material.Kind is MaterialKind.Proof && set?.Find(material.ConditionCode ?? "") is null ? EstablishmentRefusals.ChoiceMissing("condition", "证明哪一项条件") : null);

    public Outcome Detach(Guid file, DateTimeOffset now) =>
        Move(ApplicationAct.Write, now, () => Materials = [.. Materials.Where(material => material.FileId != file)],
            Materials.Any(material => material.FileId == file) ? null : EstablishmentRefusals.UnknownMaterial());

    /// <summary>What lies in the file store for it now, while it may be written; frozen with the next submission.</summary>
    public void Lay(IReadOnlyList<ApplicationMaterial> materials)
    {
        if (IsAllowed(ApplicationAct.Write))
        {
            Materials = materials;
        }
    }

    /// <summary>What was to be put right and reads as before; nothing where no defects wait for an answer.</summary>
    public IReadOnlyList<Refusal> Unanswered() => Status is ApplicationStatus.Returned && Returns is [.., var last] && LatestSnapshot is { } before ? [.. Unanswered(last, before)] : [];

    /// <summary>Everything that stands in the way of submitting.</summary>
    public IReadOnlyList<Refusal> Check(EstablishmentRules rules)
    {
        var set = rules.SetOf(Form.Prospect.Kind);
        var conditions = Conditions.Check(set, Form);
        return
        [
            .. FormRules.OnSubmitting(Form).Distinct(),
            .. conditions.Where(result => result.Verdict is ConditionVerdict.HardFail).Select(EstablishmentRefusals.ConditionFails),
            .. conditions.Where(result => result.Verdict is ConditionVerdict.SoftFail && Form.WaiverReasons.GetValueOrDefault(result.Code, "").Trim().Length == 0).Select(EstablishmentRefusals.WaiverReasonMissing),
            .. Establishment.Materials.Check(Form, Materials, set, rules.AgreementNeeded),
        ];
    }

    /// <param name="number">Taken by the first submission alone.</param>
    /// <param name="isTaken">Another open application, or a node that exists, stands for the same prospect.</param>
    /// <param name="others">What the network and the other applications say against it.</param>
    public Outcome Submit(EstablishmentRules rules, string number, Refusal? isTaken, DateTimeOffset now, params IReadOnlyList<Refusal> others) =>
        Move(ApplicationAct.Submit, now, () => HandIn(rules, number, now), IsAllowed(ApplicationAct.Submit) ? [.. Check(rules), isTaken, .. others, .. Unanswered()] : []);

    public Outcome Withdraw(DateTimeOffset now) => Move(ApplicationAct.Withdraw, now, () => DueBy(null));

    private void HandIn(EstablishmentRules rules, string number, DateTimeOffset now)
    {
        var today = ChinaTime.DayOf(now);
        Number ??= number;
        ApplicationYear ??= today.Year;
        SubmittedAt ??= now.ToUniversalTime();
        snapshots.Add(new(NodeId, Id, snapshots.Count + 1, Form, Materials, now));
        Due(rules.Calendar, today, rules.ReturnWorkdays);
        if (NeedsOpinion && Opinion is null)
        {
            OpinionDueOn ??= rules.Calendar.Add(today, rules.OpinionWorkdays).Day;
        }
    }

    /// <summary>A part that was to be put right and reads as before.</summary>
    private IEnumerable<Refusal> Unanswered(ReturnNotice notice, ApplicationSnapshot before)
    {
        var now = new ApplicationSnapshot(NodeId, Id, before.Number + 1, Form, Materials, before.SubmittedAt);
        return notice.Defects.Select(defect => defect.Part).Distinct().Where(part => !FormParts.Differs(part, before, now)).Select(EstablishmentRefusals.DefectUnanswered);
    }
}
