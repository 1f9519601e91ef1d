using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>The node an application is about, before it exists.</summary>
public sealed record Prospect
{
    public NodeKind? Kind { get; init; }

    /// <summary>Slug of the node it will stand under.</summary>
    public string Parent { get; init; } = "";

    public string DivisionCode { get; init; } = "";

    /// <summary>City, zone, county or park in full.</summary>
    public string PlaceName { get; init; } = "";

    /// <summary>Two applications with the same key are for the same node (APP-10). A division has one platform of a kind, a city's territory one of a name.</summary>
    public string Key => Kind is NodeKind.City or NodeKind.County ? $"{Kind}/{DivisionCode.Trim()}" : $"{Kind}/{Territory(DivisionCode)}/{TypedText.Name(PlaceName)}";

    /// <summary>Whether a node that is there already is the one applied for.</summary>
    public bool IsNode(NodeKind kind, string divisionCode, params IEnumerable<string> names) => kind == Kind
        && (Kind is NodeKind.City or NodeKind.County
            ? DivisionCode.Trim() == divisionCode
            : Territory(DivisionCode) == Territory(divisionCode) && names.Select(TypedText.Name).Contains(TypedText.Name(PlaceName)));

    internal IEnumerable<Refusal> Refusals()
    {
        if (Kind is null or NodeKind.Province)
        {
            yield return EstablishmentRefusals.ChoiceMissing("kind", "要设立的平台");
        }

        if (Texts.Needed("placeName", "地名或园区名称", PlaceName, 60) is { } place)
        {
            yield return place;
        }

        if (DivisionCode.Trim() is not { Length: 6 } code || !code.All(char.IsAsciiDigit))
        {
            yield return EstablishmentRefusals.BadDivisionCode();
        }
        else if (Kind is NodeKind.City or NodeKind.County && code.EndsWith("00", StringComparison.Ordinal) != Kind is NodeKind.City)
        {
            yield return EstablishmentRefusals.DivisionOfOtherLevel(Kind is NodeKind.City);
        }

        if (Parent.Trim().Length == 0)
        {
            yield return EstablishmentRefusals.ChoiceMissing("parent", "上级平台");
        }
    }

    // A city and everything in it share four digits.
    private static string Territory(string divisionCode) => divisionCode.Trim() is { Length: >= 4 } code ? code[..4] : divisionCode.Trim();
}
