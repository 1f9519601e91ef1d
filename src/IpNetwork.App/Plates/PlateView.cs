using IpNetwork.App.Data;
using IpNetwork.Domain.Plates;

namespace IpNetwork.App.Plates;

/// <summary>A plate as the public register tells of it.</summary>
internal sealed record PlateView(string Number, PlateKind Kind, string Text, PlateStatus Status, string Node, DateOnly? IssuedOn)
{
    public required DateOnly? SuspendedOn { get; init; }
    public required DateOnly? TakenDownOn { get; init; }
    public required PlateEnding? Ending { get; init; }
    public required string DocumentNumber { get; init; }
    public required string Rule { get; init; }
    public required IReadOnlyDictionary<string, string> RuleInputs { get; init; }
    public required string? Function { get; init; }
    public required string? BodyName { get; init; }
    public required string? BodyUscc { get; init; }
    public required string? Duties { get; init; }
    public required bool Sample { get; init; }
    public required IReadOnlyList<PlateChange> History { get; init; }

    public static PlateView Of(Plate plate, NodeDirectory.Snapshot nodes) =>
        new(plate.Number, plate.Kind, plate.Text, plate.Status, nodes.ById(plate.NodeId)?.Slug ?? "", plate.IssuedOn)
        {
            SuspendedOn = plate.SuspendedOn,
            TakenDownOn = plate.TakenDownOn,
            Ending = plate.Ending,
            DocumentNumber = plate.DocumentNumber,
            Rule = plate.Rule,
            RuleInputs = plate.Inputs.Values,
            Function = plate.Function,
            BodyName = plate.BodyName,
            BodyUscc = plate.BodyUscc,
            Duties = plate.Duties,
            Sample = plate.IsSample,
            History = plate.History.Changes,
        };
}
