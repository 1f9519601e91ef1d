using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>What stands in the way of an act before anything has been typed: asked by the verbs, and by pages that show a refused act with its reason.</summary>
public sealed partial class EstablishmentApplication
{
    public Refusal? Stops(ApplicationAct act, Signature by) => !IsAllowed(act) ? EstablishmentRefusals.WrongStatus(Status, act) : act switch
    {
        ApplicationAct.GiveOpinion => !NeedsOpinion ? EstablishmentRefusals.NoOpinionNeeded() : Opinion is null ? null : EstablishmentRefusals.OpinionGiven(),
        ApplicationAct.BeginAssessment => NeedsOpinion && Opinion is null && OpinionDueOn is { } due && ChinaTime.DayOf(by.At) <= due ? EstablishmentRefusals.OpinionPending(due) : null,
        ApplicationAct.ProposeDecision => assessments.Count == 0 ? EstablishmentRefusals.NoAssessment() : Proposal is null ? null : EstablishmentRefusals.ProposalWaits(),
        ApplicationAct.SendBackProposal => Proposal is null ? EstablishmentRefusals.NoProposal() : null,
        ApplicationAct.Include or ApplicationAct.Reject => Proposal is null ? EstablishmentRefusals.NoProposal() : TookPart(by.PersonId) ? EstablishmentRefusals.SamePerson() : null,
        ApplicationAct.Inspect => LatestInspection is { Qualifies: null } ? null : EstablishmentRefusals.ProposalWaits(),
        ApplicationAct.SendBackInspection => LatestInspection is { Qualifies: not null } ? null : EstablishmentRefusals.NoChecklist(null),
        ApplicationAct.Accept or ApplicationAct.SendBackToBuilding => LatestInspection is not { Qualifies: not null } inspection ? EstablishmentRefusals.NoChecklist(null)
            : inspection.TookPart(by.PersonId) ? EstablishmentRefusals.SamePerson() : null,
        _ => null,
    };

    /// <summary>People who took part in the assessment, also in one that was sent back, may not approve it.</summary>
    public bool TookPart(Guid person) =>
        Proposal?.By.PersonId == person || SentBack.Any(earlier => earlier.Proposal.By.PersonId == person) || assessments.Any(record => record.RecordedBy.Value == person);

    /// <summary>A part that reads as it did when it was last returned may not be returned for again: everything is told at once.</summary>
    public bool MayReturn(string part) => Returns is not [.., var last] || snapshots.Find(s => s.Number == last.Snapshot) is not { } earlier || LatestSnapshot is not { } later
        || FormParts.Differs(part, earlier, later);
}
