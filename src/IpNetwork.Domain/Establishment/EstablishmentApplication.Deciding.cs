using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>Opinion, return, assessment, decision.</summary>
public sealed partial class EstablishmentApplication
{
    /// <summary>The city says what it thinks; once (APP-11).</summary>
    public Outcome GiveOpinion(CityOpinion opinion) => Move(ApplicationAct.GiveOpinion, opinion.By.At, () => Opinion = opinion,
        Stops(ApplicationAct.GiveOpinion, opinion.By),
        Texts.Needed("text", "意见", opinion.Text, 2_000));

    /// <summary>All defects in one list, told once: a later list may only speak of parts that changed since (APP-12).</summary>
    public Outcome Return(IReadOnlyList<Defect> defects, Signature by)
    {
        var notice = new ReturnNotice { Snapshot = snapshots.Count, Defects = [.. defects.Select(defect => defect with { Text = Texts.Clean(defect.Text) })], By = by };
        return Move(ApplicationAct.Return, by.At, () =>
        {
            Returns = [.. Returns, notice];
            DueBy(null);
        }, [
            defects.Count == 0 ? EstablishmentRefusals.NoDefects() : null,
            .. defects.Where(defect => FormParts.LabelOf(defect.Part) is null).Select(_ => EstablishmentRefusals.ChoiceMissing("defects", "哪一部分")),
            .. defects.Select(defect => Texts.Needed($"defect.{defect.Part}", "缺陷", defect.Text, 1_000)),
            .. defects.Select(defect => defect.Part).Distinct().Where(part => FormParts.LabelOf(part) is not null && !MayReturn(part)).Select(EstablishmentRefusals.NotOneTime),
        ]);
    }

    /// <summary>Formal examination passed.</summary>
    public Outcome BeginAssessment(EstablishmentRules rules, Signature by) => Move(ApplicationAct.BeginAssessment, by.At, () =>
    {
        BegunBy = by;
        Due(rules.Calendar, ChinaTime.DayOf(by.At), rules.DecisionWorkdays);
    }, Stops(ApplicationAct.BeginAssessment, by));

    public Outcome RecordAssessment(AssessmentEntry entry, Signature by)
    {
        var record = AssessmentRecord.Of(this, entry, by, ChinaTime.DayOf(by.At));
        return Move(ApplicationAct.RecordAssessment, by.At, () => assessments.Add(record.Value), IsAllowed(ApplicationAct.RecordAssessment) ? record.Refusals : []);
    }

    /// <summary>An assessor's conclusion, which somebody else decides on.</summary>
    public Outcome Propose(DecisionProposal proposal, EstablishmentRules rules) => Move(ApplicationAct.ProposeDecision, proposal.By.At, () => Proposal = proposal,
    [
        Stops(ApplicationAct.ProposeDecision, proposal.By),
        .. proposal.Includes ? Including(proposal, rules) : [Texts.Needed("reasons", "不纳入的理由", proposal.Reasons, 5_000)],
    ]);

    /// <summary>The approver does not follow; the assessors think again.</summary>
    public Outcome SendBackProposal(string? reason, Signature by) => Move(ApplicationAct.SendBackProposal, by.At, () =>
    {
        SentBack = Proposal is null ? SentBack : [.. SentBack, new(Proposal, Texts.Clean(reason), by)];
        Proposal = null;
    },
        Stops(ApplicationAct.SendBackProposal, by),
        Texts.Needed("reason", "退回的理由", reason, 1_000));

    /// <summary>Another person than the assessors decides as proposed. Past the build year's end a new day must be set with it (BLD-02).</summary>
    public Outcome Decide(EstablishmentRules rules, DateOnly? newDueOn, string? extensionReason, Signature by)
    {
        if (Stops(ApplicationAct.Include, by) is { } refusal)
        {
            return refusal;
        }

        if (Proposal is not { Includes: true } inclusion)
        {
            return Move(ApplicationAct.Reject, by.At, () =>
            {
                DecidedBy = by;
                DueBy(null);
            });
        }

        var usual = UsualDueOn(by.At);
        return Move(ApplicationAct.Include, by.At, () =>
        {
            DecidedBy = by;
            BuildDueOn = newDueOn ?? usual;
            if (newDueOn is { } later && later != usual)
            {
                Extensions = [.. Extensions, new(usual, later, Texts.Clean(extensionReason), by)];
            }

            DueBy(BuildDueOn);
        }, [.. Including(inclusion, rules), .. NewDay(usual, newDueOn, extensionReason, ChinaTime.DayOf(by.At))]);
    }

    /// <summary>The end of the application year (BLD-01).</summary>
    public DateOnly UsualDueOn(DateTimeOffset now) => new(ApplicationYear ?? ChinaTime.DayOf(now).Year, 12, 31);

    /// <summary>Conditions as handed in, with what the assessors found on the spot.</summary>
    public IReadOnlyList<ConditionResult> ConditionResults(EstablishmentRules rules) =>
        Conditions.Check(rules.SetOf(LatestSnapshot?.Form.Prospect.Kind ?? Kind), LatestSnapshot?.Form ?? Form, Verified);

    /// <summary>The last value of each that an assessment record holds.</summary>
    public MeasuredValues Verified => assessments.OrderBy(record => record.RecordedAt).Aggregate(new MeasuredValues(null, null, null), (known, record) =>
        new(record.Measured?.Area ?? known.Area, record.Measured?.Staff ?? known.Staff, record.Measured?.Computers ?? known.Computers));

    private IEnumerable<Refusal?> Including(DecisionProposal proposal, EstablishmentRules rules) =>
    [
        .. ConditionResults(rules).SelectMany(result => WaiverRules.Open(result, proposal.Waivers)),
        proposal.Modules.Count == 0 ? EstablishmentRefusals.NoModules() : null,
        Texts.Needed("guidingOffice", "指导处室", proposal.GuidingOffice, 100),
        Texts.AtMost("reasons", "理由", proposal.Reasons, 5_000),
    ];

    private static IEnumerable<Refusal?> NewDay(DateOnly usual, DateOnly? later, string? reason, DateOnly today)
    {
        if (later is null)
        {
            yield return usual < today ? EstablishmentRefusals.DueDatePast(usual) : null;
            yield break;
        }

        yield return later <= today ? EstablishmentRefusals.BadDate("newDueOn", $"新的建成期限要晚于今天 {today:yyyy-MM-dd}。") : null;
        yield return later != usual && Texts.Clean(reason).Length == 0 ? EstablishmentRefusals.ExtensionNeedsReason() : Texts.AtMost("extensionReason", "理由", reason, 1_000);
    }
}
