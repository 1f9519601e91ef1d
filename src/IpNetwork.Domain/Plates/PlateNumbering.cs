using System.Globalization;
using System.Text.RegularExpressions;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Plates;

/// <summary>How a province numbers its plates: <c>SC-{kind}-{serial:000}</c> with a letter for each kind.</summary>
public sealed partial record PlateNumbering
{
    public const int Longest = 40;

    public string Pattern { get; init; } = "P-{kind}-{serial:000}";

    public string Province { get; init; } = "S";

    public string City { get; init; } = "C";

    public string KeyPark { get; init; } = "P";

    public string County { get; init; } = "X";

    public string Workstation { get; init; } = "W";

    public string Function { get; init; } = "F";

    public bool IsWellFormed => WellFormed().IsMatch(Pattern) && Letters().All(letter => LetterForm().IsMatch(letter)) && Letters().Distinct().Count() == 6;

    /// <summary>The number after the highest one of its kind: numbers are never given twice, whatever became of the plate.</summary>
    public string Next(PlateKind plate, NodeKind node, IEnumerable<string> taken)
    {
        var form = SerialForm().Match(Pattern);
        var (before, after) = (Pattern[..form.Index].Replace("{kind}", Letter(plate, node), StringComparison.Ordinal), Pattern[(form.Index + form.Length)..].Replace("{kind}", Letter(plate, node), StringComparison.Ordinal));
        var highest = taken
            .Where(number => number.Length > before.Length + after.Length && number.StartsWith(before, StringComparison.Ordinal) && number.EndsWith(after, StringComparison.Ordinal))
            .Select(number => int.TryParse(number[before.Length..^after.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var serial) ? serial : 0)
            .DefaultIfEmpty(0)
            .Max();
        return before + (highest + 1).ToString(form.Groups["digits"].Value, CultureInfo.InvariantCulture) + after;
    }

    private IEnumerable<string> Letters() => [Province, City, KeyPark, County, Workstation, Function];

    private string Letter(PlateKind plate, NodeKind node) => plate is PlateKind.Function ? Function : node switch
    {
        NodeKind.Province => Province,
        NodeKind.City => City,
        NodeKind.KeyPark => KeyPark,
        NodeKind.County => County,
        NodeKind.Workstation => Workstation,
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null),
    };

    [GeneratedRegex(@"\A[A-Z0-9-]*\{kind\}[A-Z0-9-]*-\{serial:0{1,6}\}\z")]
    private static partial Regex WellFormed();

    [GeneratedRegex(@"\{serial:(?<digits>0{1,6})\}")]
    private static partial Regex SerialForm();

    [GeneratedRegex(@"\A[A-Z]{1,3}\z")]
    private static partial Regex LetterForm();
}
