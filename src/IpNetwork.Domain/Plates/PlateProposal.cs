using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Plates;

/// <summary>A plate that somebody at the province has prepared and somebody else decides about.</summary>
public sealed class PlateProposal
{
    public const int LongestOpinion = 500;

    private PlateProposal()
    {
    }

    /// <summary>The province.</summary>
    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public NodeId SubjectNodeId { get; private set; }

    public PlateKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    public string Normalised { get; private set; } = "";

    public string Rule { get; private set; } = "";

    public PlateInputs Inputs { get; private set; } = PlateInputs.None;

    public DateOnly IssuedOn { get; private set; }

    public string DocumentNumber { get; private set; } = "";

    public string? Function { get; private set; }

    public string? BodyName { get; private set; }

    public string? BodyUscc { get; private set; }

    public string? Duties { get; private set; }

    public ProposalState State { get; private set; }

    public PersonId PreparedBy { get; private set; }

    public string PreparedByName { get; private set; } = "";

    public DateTimeOffset PreparedAt { get; private set; }

    public PersonId? DecidedBy { get; private set; }

    public string? DecidedByName { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? Opinion { get; private set; }

    /// <summary>Of the plate that came of it.</summary>
    public string? Number { get; private set; }

    /// <param name="open">Proposals of the province that nobody has decided yet.</param>
    public static Outcome<PlateProposal> Prepare(PlateDraft draft, PlatedNode node, PlateRegister register, IReadOnlyCollection<PlateProposal> open, Hand by)
    {
        Refusal[] refusals =
        [
            .. draft.Refusals(node, ChinaTime.DayOf(by.At)),
            .. register.Objections(draft.Kind, draft.Award?.Function, draft.Wording.Normalised, node),
            .. open.Any(other => other.SubjectNodeId == node.Id && other.Kind == draft.Kind && other.Function == draft.Award?.Function) ? [PlateRefusals.AlreadyPrepared()] : Array.Empty<Refusal>(),
        ];
        if (refusals.Length > 0)
        {
            return Outcome.Refused<PlateProposal>(refusals);
        }

        var award = draft.Award?.Tidy();
        return new PlateProposal
        {
            NodeId = node.NetworkId,
            Id = Guid.CreateVersion7(by.At),
            SubjectNodeId = node.Id,
            Kind = draft.Kind,
            Text = draft.Wording.Text,
            Normalised = draft.Wording.Normalised,
            Rule = draft.Wording.Rule,
            Inputs = draft.Wording.Inputs,
            IssuedOn = draft.IssuedOn,
            DocumentNumber = draft.DocumentNumber?.Trim() ?? "",
            Function = award?.Function,
            BodyName = award?.BodyName,
            BodyUscc = award?.BodyUscc,
            Duties = award?.Duties,
            PreparedBy = by.Person,
            PreparedByName = by.Name,
            PreparedAt = by.At.ToUniversalTime(),
        };
    }

    /// <summary>The second of the two people: the plate hangs from now on.</summary>
    public Outcome<Plate> Approve(string? opinion, PlatedNode node, PlateRegister register, PlateNumbering numbering, Hand by)
    {
        Refusal[] refusals =
        [
            .. DecisionRefusals(opinion),
            .. by.Person == PreparedBy ? [PlateRefusals.SamePerson()] : Array.Empty<Refusal>(),
            .. register.Objections(Kind, Function, Normalised, node),
            .. IssuedOn < node.FoundedOn ? [PlateRefusals.BeforeFounding(IssuedOn, node.FoundedOn)] : Array.Empty<Refusal>(),
        ];
        if (refusals.Length > 0)
        {
            return Outcome.Refused<Plate>(refusals);
        }

        Decide(ProposalState.Approved, opinion, by);
        Number = numbering.Next(Kind, node.Kind, register.Numbers);
        return Plate.Hang(this, node, Number, by.At);
    }

    public Outcome Decline(string? opinion, Hand by)
    {
        Refusal[] refusals =
        [
            .. DecisionRefusals(opinion),
            .. string.IsNullOrWhiteSpace(opinion) ? [PlateRefusals.ReasonRequired("opinion")] : Array.Empty<Refusal>(),
        ];
        if (refusals.Length > 0)
        {
            return Outcome.Refused(refusals);
        }

        Decide(ProposalState.Declined, opinion, by);
        return Outcome.Done;
    }

    public Outcome Withdraw(Hand by)
    {
        if (State is not ProposalState.Prepared)
        {
            return PlateRefusals.AlreadyDecided();
        }

        Decide(ProposalState.Withdrawn, null, by);
        return Outcome.Done;
    }

    private IEnumerable<Refusal> DecisionRefusals(string? opinion) =>
    [
        .. State is ProposalState.Prepared ? Array.Empty<Refusal>() : [PlateRefusals.AlreadyDecided()],
        .. opinion?.Trim().Length > LongestOpinion ? [PlateRefusals.TooLong("opinion", "意见", LongestOpinion)] : Array.Empty<Refusal>(),
    ];

    private void Decide(ProposalState state, string? opinion, Hand by)
    {
        State = state;
        (DecidedBy, DecidedByName, DecidedAt) = (by.Person, by.Name, by.At.ToUniversalTime());
        Opinion = string.IsNullOrWhiteSpace(opinion) ? null : opinion.Trim();
    }
}

public enum ProposalState
{
    Prepared,
    Approved,
    Declined,
    Withdrawn,
}

/// <summary>Whose hand did it, and when.</summary>
public sealed record Hand(PersonId Person, string Name, DateTimeOffset At);

/// <summary>A plate as somebody prepares it.</summary>
public sealed record PlateDraft
{
    public required PlateKind Kind { get; init; }

    public required PlateWording Wording { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>Of the document by which the plate is given.</summary>
    public required string? DocumentNumber { get; init; }

    /// <summary>Null for a platform's own plate.</summary>
    public FunctionAward? Award { get; init; }

    public IReadOnlyList<string> ServiceTypes { get; init; } = [];

    internal IEnumerable<Refusal> Refusals(PlatedNode node, DateOnly today) =>
    [
        .. IssuedOn < node.FoundedOn ? [PlateRefusals.BeforeFounding(IssuedOn, node.FoundedOn)] : Array.Empty<Refusal>(),
        .. IssuedOn > today ? [PlateRefusals.InFuture("issuedOn", IssuedOn)] : Array.Empty<Refusal>(),
        .. string.IsNullOrWhiteSpace(DocumentNumber) ? [PlateRefusals.DocumentRequired("documentNumber")] : Array.Empty<Refusal>(),
        .. PlateRefusals.TextsTooLong(("documentNumber", "文号", DocumentNumber)),
        .. Kind is PlateKind.Function ? (Award ?? throw new InvalidOperationException("A function plate names its function.")).Refusals(ServiceTypes) : [],
    ];
}
