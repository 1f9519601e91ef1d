using System.Globalization;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Nodes;

/// <summary>Names on plates, by the patterns NAM-03 to NAM-08.</summary>
public static class OfficialName
{
    private static readonly (string Long, string Abbreviated)[] ZoneKinds =
        [("高新技术产业开发区", "高新区"), ("经济技术开发区", "经开区")];

    /// <summary>NAM-01: the form in which names are compared. No NFKC, which would turn （ ） into ASCII.</summary>
    public static string Normalize(string? name) => TypedText.Name(name);

    public static Outcome<GeneratedName> ForCity(string? city, NamingRules rules)
    {
        var place = Prefecture(city, rules);
        return place.IsDone
            ? Named("NAM-03", Platform(place.Value, rules), ("city", Normalize(city)), ("shortName", place.Value))
            : Outcome.Refused<GeneratedName>(place.Refusals);
    }

    public static Outcome<GeneratedName> ForNationalZone(Zone zone, NamingRules rules)
    {
        var full = Normalize(zone.FullName);
        if (full.Length == 0)
        {
            return NodeRefusals.NameEmpty("placeName");
        }

        if (zone.Level != ZoneLevel.National)
        {
            return NodeRefusals.ZoneNotNational(full);
        }

        if (!ZoneKinds.Any(kind => full.Contains(kind.Long, StringComparison.Ordinal) || full.EndsWith(kind.Abbreviated, StringComparison.Ordinal)))
        {
            return NodeRefusals.ZoneOfAnotherKind(full);
        }

        var shortName = ShortZone(zone);
        var name = Named("NAM-04", Platform(shortName, rules), ("zone", full), ("shortName", shortName), ("levelDocument", zone.LevelDocument ?? ""));
        return string.IsNullOrWhiteSpace(zone.LevelDocument) ? name with { Findings = [NodeRefusals.ZoneDocumentMissing(full)] } : name;
    }

    /// <summary>The words in brackets are the city; a city's name inside the park's own name stays.</summary>
    public static Outcome<GeneratedName> ForWorkstation(string? city, string? park, NamingRules rules)
    {
        var place = Prefecture(city, rules);
        var parkName = AbbreviateZone(Normalize(park));
        Refusal[] refusals =
        [
            .. place.Refusals,
            .. parkName.Length == 0 ? [NodeRefusals.NameEmpty("park")] : Array.Empty<Refusal>(),
            .. parkName.EndsWith("工作站", StringComparison.Ordinal) ? [NodeRefusals.ParkNameEndsWithWorkstation(parkName)] : Array.Empty<Refusal>(),
        ];
        return refusals.Length > 0
            ? Outcome.Refused<GeneratedName>(refusals)
            : Named("NAM-05", $"{Platform(place.Value, rules)}{parkName}工作站", ("city", Normalize(city)), ("shortName", place.Value), ("park", parkName));
    }

    public static Outcome<GeneratedName> ForBranchCentre(string? serviceType, string? city, NamingRules rules)
    {
        var place = Prefecture(city, rules);
        var service = Service(serviceType);
        if (Together(place, service) is { Length: > 0 } refusals)
        {
            return Outcome.Refused<GeneratedName>(refusals);
        }

        return rules.Capital is { } capital && PlaceName.ShortPrefecture(capital.City, rules) is { IsDone: true, Value: var exempt } && exempt == place.Value
            ? NodeRefusals.CapitalHasNoBranch(capital.City)
            : Named("NAM-06", Branch(service.Value, place.Value, rules), ("serviceType", service.Value), ("city", Normalize(city)), ("shortName", place.Value));
    }

    /// <summary>Branch centre of a district, county-level city or county of the capital.</summary>
    public static Outcome<GeneratedName> ForCapitalDistrictBranch(string? serviceType, string? district, NamingRules rules)
    {
        var full = Normalize(district);
        var place = PlaceName.ShortCounty(district, rules);
        var service = Service(serviceType);
        if (Together(place, service) is { Length: > 0 } refusals)
        {
            return Outcome.Refused<GeneratedName>(refusals);
        }

        if (rules.Capital is not { } capital || (capital.Districts.Count > 0 && !capital.Districts.Contains(full)))
        {
            return NodeRefusals.NotADistrictOfTheCapital(full);
        }

        var city = PlaceName.ShortPrefecture(capital.City, rules);
        if (!city.IsDone)
        {
            return Outcome.Refused<GeneratedName>(city.Refusals);
        }

        var shown = capital.DistrictCarriesCity ? city.Value + place.Value : place.Value;
        return Named("NAM-07", Branch(service.Value, shown, rules), ("serviceType", service.Value), ("district", full), ("shortName", shown));
    }

    /// <summary>Anything another explicit rule fixes: the words are given, the document answers for them.</summary>
    public static Outcome<GeneratedName> ByDecree(string? text, string? document, string? reason, string? approver, NamingRules rules)
    {
        var name = Normalize(text);
        Refusal[] refusals =
        [
            .. Missing(name, NodeRefusals.NameEmpty("officialName")),
            .. Missing(document, NodeRefusals.DocumentRequired("officialNameDocument")),
            .. Missing(reason, NodeRefusals.ReasonRequired()),
            .. Missing(approver, NodeRefusals.ApproverRequired()),
        ];
        return refusals.Length > 0
            ? Outcome.Refused<GeneratedName>(refusals)
            : Named("NAM-08", name, ("document", document?.Trim() ?? ""), ("reason", reason?.Trim() ?? ""), ("approver", approver?.Trim() ?? ""))
                with
            { Findings = Check(name, rules) };
    }

    /// <summary>Soft findings about a name that did not come from here: 市, 州 and the like left in, which is allowed with a written reason.</summary>
    public static IReadOnlyList<Refusal> Check(string? text, NamingRules rules) =>
        PlaceIn(Normalize(text), rules) is { } place && PlaceName.ShortPrefecture(place, rules) is { IsDone: true, Value: var shortName } && shortName != place
            ? [NodeRefusals.ContainsAdminSuffix(place, shortName)]
            : [];

    /// <summary>The pattern's words but for 市, 州 and the like left in the place.</summary>
    public static bool DiffersInSuffixAlone(string? text, string pattern, NamingRules rules) =>
        Normalize(text) is var name && PlaceIn(name, rules) is { } place && PlaceName.ShortPrefecture(place, rules) is { IsDone: true, Value: var shortName }
        && shortName != place && name.Replace(place, shortName, StringComparison.Ordinal) == pattern;

    public static string ShortZone(Zone zone) =>
        Normalize(zone.RegisteredShortName) is { Length: > 0 } registered ? registered : AbbreviateZone(Normalize(zone.FullName));

    private static string? PlaceIn(string name, NamingRules rules)
    {
        if (Between(name, $"{rules.Province}（", $"）{rules.PlatformTitle}") is { } city)
        {
            return city;
        }

        return name.EndsWith("分中心", StringComparison.Ordinal) && name[..^3].LastIndexOf("中心", StringComparison.Ordinal) is >= 0 and var at
            ? name[(at + 2)..^3]
            : null;
    }

    private static string? Between(string name, string before, string after)
    {
        var end = name.IndexOf(after, StringComparison.Ordinal);
        return name.StartsWith(before, StringComparison.Ordinal) && end > before.Length ? name[before.Length..end] : null;
    }

    private static Outcome<string> Prefecture(string? city, NamingRules rules)
    {
        var place = PlaceName.ShortPrefecture(city, rules);
        return place.IsDone && !PlaceName.IsKnownPrefecture(place.Value, rules) ? NodeRefusals.NotAPrefecture(Normalize(city)) : place;
    }

    private static Outcome<string> Service(string? serviceType)
    {
        var service = Normalize(serviceType);
        service = service.EndsWith("中心", StringComparison.Ordinal) ? service[..^2] : service;
        return service.Length == 0 ? NodeRefusals.NameEmpty("serviceType") : service;
    }

    private static Refusal[] Together(Outcome<string> first, Outcome<string> second) => [.. first.Refusals, .. second.Refusals];

    private static IEnumerable<Refusal> Missing(string? text, Refusal refusal) => string.IsNullOrWhiteSpace(text) ? [refusal] : [];

    private static string AbbreviateZone(string name) =>
        ZoneKinds.Aggregate(name, (text, kind) => text.Replace(kind.Long, kind.Abbreviated, StringComparison.Ordinal));

    private static string Platform(string place, NamingRules rules) => $"{rules.Province}（{place}）{rules.PlatformTitle}";

    private static string Branch(string service, string place, NamingRules rules) => $"{rules.Province}{service}中心{place}分中心";

    private static GeneratedName Named(string rule, string text, params (string Name, string Value)[] inputs) =>
        new(text, rule, inputs.ToDictionary(input => input.Name, input => input.Value));
}
