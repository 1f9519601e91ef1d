namespace IpNetwork.Domain.Kernel;

/// <summary>基本编码 of a government service item, 12 characters, GB/T 39554.1-2020.</summary>
public sealed record BasicCode
{
    public const int Length = 12;

    private BasicCode(string text) => Text = text;

    public string Text { get; }

    /// <summary>Owner of the directory: 00 the state, else the province.</summary>
    public string Province => Text[..2];

    public string ItemType => Text[2..4];

    public string Department => Text[4..6];

    public string MainItem => Text[6..9];

    /// <summary>000: no sub-item.</summary>
    public string SubItem => Text[9..];

    public static Outcome<BasicCode> Parse(string? text, string field = "basicCode")
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0)
        {
            return KernelRefusals.BasicCodeMissing(field);
        }

        // Registered codes are digits, but provinces write letters too (511Z…): only the province must be digits.
        if (TypedText.FirstOther(typed, (c, place) => char.IsAsciiDigit(c) || (place >= 2 && char.IsAsciiLetterUpper(c))) is var (place, shown))
        {
            return KernelRefusals.BasicCodeCharacter(field, place, shown);
        }

        return typed.Length == Length ? new BasicCode(typed) : KernelRefusals.BasicCodeLength(field, typed.Length);
    }

    public override string ToString() => Text;
}
