using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Plates;

/// <summary>The words of a plate with the rule that made them and what went in.</summary>
/// <param name="Text">As it stands on the plate.</param>
/// <param name="Normalised">The form in which texts are compared (NAM-01).</param>
/// <param name="Rule">NAM-03 … NAM-08.</param>
public sealed record PlateWording(string Text, string Normalised, string Rule, PlateInputs Inputs)
{
    public const int Longest = 100;
    public const string Decreed = "NAM-08";

    /// <summary>Takes the pattern's words, or others where a document or the soft rule about suffixes allows them.</summary>
    public static Outcome<PlateWording> Settle(PlatePattern pattern, TypedWording typed)
    {
        if (typed.Text is null || typed.Text.Normalised == pattern.Wording?.Normalised)
        {
            return pattern.Wording is { } generated ? generated : Outcome.Refused<PlateWording>(pattern.Refusals);
        }

        if (typed.Text.Text.Length > Longest)
        {
            return PlateRefusals.TooLong("text", "牌匾文字", Longest);
        }

        if (pattern.IsBarred)
        {
            return Outcome.Refused<PlateWording>(pattern.Refusals);
        }

        var isOnlySuffix = typed.DiffersOnlyInSuffix;
        Refusal[] refusals =
        [
            .. typed.SuffixFinding is { } finding && typed.SuffixReason is null ? [finding.At("suffixReason")] : Array.Empty<Refusal>(),
            .. isOnlySuffix ? Array.Empty<Refusal>() : typed.DecreeRefusals(pattern.Wording?.Text),
            .. PlateRefusals.TextsTooLong(("namingDocument", "命名依据的文号", typed.Document), ("namingReason", "理由", typed.Reason), ("suffixReason", "保留后缀的理由", typed.SuffixReason)),
        ];
        return refusals.Length > 0
            ? Outcome.Refused<PlateWording>(refusals)
            : new PlateWording(typed.Text.Text, typed.Text.Normalised, isOnlySuffix && pattern.Wording is { } near ? near.Rule : Decreed, typed.Inputs(pattern.Wording?.Inputs));
    }
}

/// <summary>What went into a plate's words, by name; kept with the plate and shown beside it.</summary>
public sealed record PlateInputs(IReadOnlyDictionary<string, string> Values)
{
    public static PlateInputs None { get; } = new(new Dictionary<string, string>());
}

/// <summary>What the naming rules say for a node: words, or why there are none.</summary>
public sealed record PlatePattern(PlateWording? Wording, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>No document can allow another text.</summary>
    public bool IsBarred { get; init; }
}

/// <summary>Words as somebody typed them, with what has to justify them.</summary>
public sealed record TypedWording
{
    public static TypedWording Nothing { get; } = new();

    /// <summary>Null where the pattern's words are taken.</summary>
    public PlateWords? Text { get; init; }

    public string? Document { get; init; }

    public string? Reason { get; init; }

    /// <summary>Why 市 or 州 stays in the name.</summary>
    public string? SuffixReason { get; init; }

    /// <summary>The text carries 市, 州 and the like.</summary>
    public Refusal? SuffixFinding { get; init; }

    public bool DiffersOnlyInSuffix { get; init; }

    /// <summary>NAM-08 stands on a document and a reason; without either it is simply not the pattern.</summary>
    internal IEnumerable<Refusal> DecreeRefusals(string? pattern) => (Document, Reason) switch
    {
        (null, null) => [PlateRefusals.NotByPattern(pattern)],
        (null, _) => [PlateRefusals.DocumentRequired("namingDocument")],
        (_, null) => [PlateRefusals.ReasonRequired("namingReason")],
        _ => [],
    };

    internal PlateInputs Inputs(PlateInputs? pattern)
    {
        var values = DiffersOnlyInSuffix && pattern is not null ? pattern.Values.ToDictionary(one => one.Key, one => one.Value) : [];
        foreach (var (name, value) in new[] { ("document", Document), ("reason", Reason), ("suffixReason", SuffixReason) })
        {
            if (value is not null)
            {
                values[name] = value;
            }
        }

        return new(values);
    }
}

/// <param name="Normalised">The form in which texts are compared (NAM-01).</param>
public sealed record PlateWords(string Text, string Normalised);
