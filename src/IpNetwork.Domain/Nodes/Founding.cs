using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Nodes;

/// <summary>What has to be known for a node to come into being.</summary>
public sealed record Founding
{
    /// <summary>Packs give their nodes numbers below this one; from here on they are allocated, each once.</summary>
    public const int FirstAllocatedId = 1_000_000_000;

    public required NodeId Id { get; init; }

    public required string? Slug { get; init; }

    public required NodeKind Kind { get; init; }

    public required NodeNames Names { get; init; }

    public string? HostName { get; init; }

    /// <summary>No public record confirms it; the pages say 样例.</summary>
    public bool IsSample { get; init; }

    public required DateOnly FoundedOn { get; init; }
}

/// <summary>How a node is called and which division it belongs to.</summary>
public sealed record NodeNames
{
    public const int Longest = 100;

    /// <summary>In full, such as 绵阳市 or 绵阳高新技术产业开发区.</summary>
    public required string? PlaceName { get; init; }

    public required string? ShortName { get; init; }

    public required string? DivisionCode { get; init; }

    /// <summary>Null where the rules give no pattern and no document fixes a name.</summary>
    public GeneratedName? Official { get; init; }

    public string? OfficialDocument { get; init; }

    internal IEnumerable<Refusal> Refusals()
    {
        var place = OfficialName.Normalize(PlaceName);
        var shortName = OfficialName.Normalize(ShortName);
        if (place.Length == 0)
        {
            yield return NodeRefusals.NameEmpty("placeName");
        }
        else if (place.Length > Longest)
        {
            yield return NodeRefusals.TooLong("placeName", "地名", Longest);
        }

        if (shortName.Length == 0)
        {
            yield return NodeRefusals.NameEmpty("shortName");
        }
        else if (shortName.Length > Longest)
        {
            yield return NodeRefusals.TooLong("shortName", "简称", Longest);
        }

        if (DivisionCode is not { Length: 6 } || !DivisionCode.All(char.IsAsciiDigit))
        {
            yield return NodeRefusals.BadDivisionCode();
        }
    }
}

public sealed record FoundedNode(Node Node, NodeHistoryEntry Entry);
