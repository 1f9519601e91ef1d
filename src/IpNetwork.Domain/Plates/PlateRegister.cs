using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Plates;

/// <summary>The plates of a province's whole network, as far as a new one has to agree with them.</summary>
public sealed class PlateRegister(IReadOnlyCollection<Plate> plates)
{
    public IEnumerable<string> Numbers => plates.Select(plate => plate.Number);

    public NodePlates At(NodeId node) => new([.. plates.Where(plate => plate.NodeId == node)]);

    /// <summary>What speaks against a new plate at a node, apart from its own fields.</summary>
    internal IEnumerable<Refusal> Objections(PlateKind kind, string? function, string normalised, PlatedNode node) =>
    [
        .. kind is PlateKind.Platform && node.Status is not NodeStatus.Qualified && !(IsCarriedOn(node) && At(node.Id).AwaitsReplacement)
            ? [PlateRefusals.NotQualified(node.Status)] : Array.Empty<Refusal>(),
        .. kind is PlateKind.Function && !node.IsOpenToPublic ? [PlateRefusals.NodeNotOperating(node.Status)] : Array.Empty<Refusal>(),
        .. kind is PlateKind.Function && plates.FirstOrDefault(plate => plate.NodeId == node.Id && plate.IsActive && plate.Function == function) is { } holder
            ? [PlateRefusals.FunctionTaken(function ?? "", holder.Number)] : Array.Empty<Refusal>(),
        .. plates.FirstOrDefault(plate => plate.IsActive && plate.Normalised == normalised) is { } same
            ? [PlateRefusals.Duplicate(same.Number)] : Array.Empty<Refusal>(),
    ];

    private static bool IsCarriedOn(PlatedNode node) => node.IsOpenToPublic || node.Status is NodeStatus.Suspended;
}
