using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Nodes;

/// <summary>Which node may stand under which (NET-01).</summary>
public static class NodePlacement
{
    public static IReadOnlyList<NodeKind> ParentsOf(NodeKind kind) => kind switch
    {
        NodeKind.Province => [],
        NodeKind.City => [NodeKind.Province],
        NodeKind.KeyPark or NodeKind.County => [NodeKind.City],
        NodeKind.Workstation => [NodeKind.City, NodeKind.County, NodeKind.KeyPark],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Outcome Check(NodeKind kind, string divisionCode, Place? parent)
    {
        if (kind == NodeKind.Province)
        {
            return parent is null ? Outcome.Done : NodeRefusals.ProvinceHasNoParent();
        }

        if (parent is null)
        {
            return NodeRefusals.ParentMissing(kind);
        }

        Refusal[] refusals =
        [
            .. ParentsOf(kind).Contains(parent.Kind) ? Array.Empty<Refusal>() : [NodeRefusals.ParentOfWrongKind(kind, parent.Kind)],
            .. parent.Path.Depth < NodePath.MaxDepth ? Array.Empty<Refusal>() : [NodeRefusals.TooDeep()],
            .. SameTerritory(kind, divisionCode, parent.DivisionCode) ? Array.Empty<Refusal>() : [NodeRefusals.OtherDivision(divisionCode, parent.DivisionCode)],
        ];
        return refusals.Length > 0 ? Outcome.Refused(refusals) : Outcome.Done;
    }

    // A city shares the province's two digits; everything below a city shares the city's four.
    private static bool SameTerritory(NodeKind kind, string divisionCode, string parentCode)
    {
        var digits = kind == NodeKind.City ? 2 : 4;
        return string.CompareOrdinal(divisionCode, 0, parentCode, 0, digits) == 0;
    }
}

/// <summary>Where a parent stands.</summary>
public sealed record Place(NodeKind Kind, string DivisionCode, NodePath Path);
