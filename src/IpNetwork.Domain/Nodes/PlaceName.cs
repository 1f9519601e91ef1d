using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Nodes;

/// <summary>Short names of administrative divisions (NAM-02).</summary>
public static class PlaceName
{
    private static readonly string[] NotPrefectures = ["省", "自治区", "特别行政区", "区", "县", "旗"];
    private static readonly string[] PrefectureSuffixes = ["地区", "盟", "市"];
    private static readonly string[] CountySuffixes = ["林区", "特区", "区", "市", "县", "旗"];

    public static Outcome<string> ShortPrefecture(string? name, NamingRules rules)
    {
        var full = OfficialName.Normalize(name);
        if (full.Length == 0)
        {
            return NodeRefusals.NameEmpty("placeName");
        }

        if (rules.ShortNames.TryGetValue(full, out var decided))
        {
            return decided;
        }

        if (EndsWith(full, "自治州"))
        {
            return CutEthnicNames(full[..^3], rules);
        }

        if (PrefectureSuffixes.FirstOrDefault(suffix => EndsWith(full, suffix)) is { } found)
        {
            return full.Length > found.Length ? full[..^found.Length] : NodeRefusals.NotAPrefecture(full);
        }

        if (NotPrefectures.Any(suffix => EndsWith(full, suffix)))
        {
            return NodeRefusals.NotAPrefecture(full);
        }

        return IsAutonomousAlias(full, rules) ? full[..^1] : full;
    }

    public static Outcome<string> ShortCounty(string? name, NamingRules rules)
    {
        var full = OfficialName.Normalize(name);
        if (full.Length == 0)
        {
            return NodeRefusals.NameEmpty("placeName");
        }

        if (rules.ShortNames.TryGetValue(full, out var decided))
        {
            return decided;
        }

        if (EndsWith(full, "自治县") || EndsWith(full, "自治旗"))
        {
            return WithTwoCharacters(CutEthnicNames(full[..^3], rules), full);
        }

        return CountySuffixes.FirstOrDefault(suffix => EndsWith(full, suffix)) is { } found
            ? WithTwoCharacters(full[..^found.Length], full)
            : full;
    }

    /// <summary>Whether the province's own list knows it, under its full, short or usual name (阿坝州). Without a list every well-formed name passes.</summary>
    internal static bool IsKnownPrefecture(string shortName, NamingRules rules) =>
        rules.Prefectures.Count == 0 || rules.Prefectures.Any(full => ShortPrefecture(full, rules) is { IsDone: true, Value: var known } && known == shortName);

    // 阿坝州 is short for an autonomous prefecture; 泸州 and 达州 are names in their own right.
    private static bool IsAutonomousAlias(string name, NamingRules rules) =>
        EndsWith(name, "州")
        && rules.Prefectures.Any(full => EndsWith(full, "自治州") && ShortPrefecture(full, rules) is { IsDone: true, Value: var known } && known == name[..^1]);

    private static string CutEthnicNames(string name, NamingRules rules)
    {
        while (rules.EthnicNames
            .Where(ethnic => ethnic.Length > 0 && EndsWith(name, ethnic) && name.Length - ethnic.Length >= 2)
            .MaxBy(ethnic => ethnic.Length) is { } longest)
        {
            name = name[..^longest.Length];
        }

        return name;
    }

    private static string WithTwoCharacters(string cut, string full) => cut.Length >= 2 ? cut : full;

    private static bool EndsWith(string name, string suffix) => name.EndsWith(suffix, StringComparison.Ordinal);
}
