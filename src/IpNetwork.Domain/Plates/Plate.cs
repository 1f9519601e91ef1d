using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Plates;

/// <summary>A plate in the public register. It is never removed from it, whatever becomes of it (NET-07).</summary>
public sealed class Plate
{
    private Plate()
    {
    }

    /// <summary>The node it hangs at, or whose work body holds it.</summary>
    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public NodeId NetworkId { get; private set; }

    public PlateKind Kind { get; private set; }

    public string Number { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Normalised { get; private set; } = "";

    /// <summary>Text and number as a search finds them.</summary>
    public string SearchText { get; private set; } = "";

    public string Rule { get; private set; } = "";

    public PlateInputs Inputs { get; private set; } = PlateInputs.None;

    public PlateStatus Status { get; private set; }

    /// <summary>Null where no record confirms the day.</summary>
    public DateOnly? IssuedOn { get; private set; }

    public DateOnly? SuspendedOn { get; private set; }

    public DateOnly? TakenDownOn { get; private set; }

    public PlateEnding? Ending { get; private set; }

    public string DocumentNumber { get; private set; } = "";

    public string? Function { get; private set; }

    public string? BodyName { get; private set; }

    public string? BodyUscc { get; private set; }

    public string? Duties { get; private set; }

    public bool IsSample { get; private set; }

    public PlateHistory History { get; private set; } = new([]);

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Its text may not stand on another plate.</summary>
    public bool IsActive => Status is not PlateStatus.TakenDown;

    internal static Plate Hang(PlateProposal proposal, PlatedNode node, string number, DateTimeOffset now)
    {
        var plate = new Plate
        {
            NodeId = node.Id,
            Id = Guid.CreateVersion7(now),
            NetworkId = node.NetworkId,
            Kind = proposal.Kind,
            Number = number,
            Text = proposal.Text,
            Normalised = proposal.Normalised,
            SearchText = PlateSearch.Fold($"{proposal.Text} {number}"),
            Rule = proposal.Rule,
            Inputs = proposal.Inputs,
            IssuedOn = proposal.IssuedOn,
            DocumentNumber = proposal.DocumentNumber,
            Function = proposal.Function,
            BodyName = proposal.BodyName,
            BodyUscc = proposal.BodyUscc,
            Duties = proposal.Duties,
            IsSample = node.IsSample,
        };
        plate.Note(PlateStatus.Valid, proposal.IssuedOn, plate.Kind is PlateKind.Platform ? "挂牌" : "授牌", now, proposal.DocumentNumber);
        return plate;
    }

    /// <summary>A plate that hung before the register was kept here, as the province's pack knows it.</summary>
    public static Plate Enter(PlatedNode node, PlateWording wording, string number, DateOnly? issuedOn, string source, DateTimeOffset now)
    {
        var plate = new Plate
        {
            NodeId = node.Id,
            Id = Guid.CreateVersion7(now),
            NetworkId = node.NetworkId,
            Kind = PlateKind.Platform,
            Number = number,
            Text = wording.Text,
            Normalised = wording.Normalised,
            SearchText = PlateSearch.Fold($"{wording.Text} {number}"),
            Rule = wording.Rule,
            Inputs = wording.Inputs,
            IssuedOn = issuedOn,
            DocumentNumber = source,
            IsSample = node.IsSample,
        };
        plate.Note(PlateStatus.Valid, issuedOn ?? ChinaTime.DayOf(now), issuedOn is null ? "登记入册" : "挂牌", now, source);
        return plate;
    }

    internal void TakeDown(PlateEnding ending, PlateOrder order)
    {
        (TakenDownOn, Ending) = (order.EffectiveOn, ending);
        Note(PlateStatus.TakenDown, order.EffectiveOn, ending switch
        {
            PlateEnding.Renaming => "平台更名，停用",
            PlateEnding.Merger => "平台并入，停用",
            _ => "摘牌",
        }, order);
    }

    internal void Suspend(PlateOrder order)
    {
        SuspendedOn = order.EffectiveOn;
        Note(PlateStatus.Suspended, order.EffectiveOn, "暂停，等候逐块处理", order);
    }

    internal void Restore(PlateOrder order)
    {
        SuspendedOn = null;
        Note(PlateStatus.Valid, order.EffectiveOn, "恢复", order);
    }

    private void Note(PlateStatus status, DateOnly on, string says, PlateOrder order) =>
        Note(status, on, says, order.RecordedAt, order.DocumentNumber?.Trim(), order.Reason?.Trim(), order.Evidence?.Trim());

    private void Note(PlateStatus status, DateOnly on, string says, DateTimeOffset at, string? document = null, string? reason = null, string? evidence = null)
    {
        Status = status;
        History = History.With(new(on, status, says) { DocumentNumber = document, Reason = reason, Evidence = evidence, RecordedAt = at.ToUniversalTime() });
        UpdatedAt = at.ToUniversalTime();
    }
}
