namespace IpNetwork.Domain.Kernel;

/// <summary>实施编码, 31 characters: who implements (18), level of exercise (1), basic code (12), GB/T 39554.1-2020.</summary>
public sealed record ImplementingCode
{
    public const int Length = UnifiedSocialCreditCode.Length + 1 + BasicCode.Length;

    private ImplementingCode(UnifiedSocialCreditCode body, char level, BasicCode basic) => (Body, Level, Basic) = (body, level, basic);

    public UnifiedSocialCreditCode Body { get; }

    /// <summary>1 national, 2 province, 3 city, 4 county, 5 town, 6 village.</summary>
    public char Level { get; }

    public BasicCode Basic { get; }

    public string Text => $"{Body}{Level}{Basic}";

    public static Outcome<ImplementingCode> Parse(string? text, string field = "implementingCode")
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0)
        {
            return KernelRefusals.ImplementingCodeMissing(field);
        }

        if (TypedText.FirstOther(typed, (c, _) => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)) is var (place, shown))
        {
            return KernelRefusals.ImplementingCodeCharacter(field, place, shown);
        }

        if (typed.Length != Length)
        {
            return KernelRefusals.ImplementingCodeLength(field, typed.Length);
        }

        var body = UnifiedSocialCreditCode.Parse(typed[..18], field);
        var basic = BasicCode.Parse(typed[19..], field);
        Refusal[] refusals =
        [
            .. body.Refusals.Select(refusal => KernelRefusals.ImplementingCodePart(field, "前 18 位（实施主体）", refusal)),
            .. typed[18] is >= '1' and <= '6' ? Array.Empty<Refusal>() : [KernelRefusals.ImplementingCodeLevel(field, typed[18])],
            .. basic.Refusals.Select(refusal => KernelRefusals.ImplementingCodePart(field, "后 12 位（基本编码）", refusal)),
        ];
        return refusals.Length > 0
            ? Outcome.Refused<ImplementingCode>(refusals)
            : new ImplementingCode(body.Value, typed[18], basic.Value);
    }

    /// <summary>Parks and workstations exercise at the level of the body that supervises them, a city's or a county's.</summary>
    public bool FitsLevel(NodeKind kind) => LevelsOf(kind).Contains(Level, StringComparison.Ordinal);

    public Outcome CheckLevel(NodeKind kind, string field = "implementingCode") =>
        FitsLevel(kind) ? Outcome.Done : KernelRefusals.ImplementingCodeOtherLevel(field, Level, LevelsOf(kind));

    public override string ToString() => Text;

    private static string LevelsOf(NodeKind kind) => kind switch
    {
        NodeKind.Province => "2",
        NodeKind.City => "3",
        NodeKind.County => "4",
        NodeKind.KeyPark or NodeKind.Workstation => "34",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
