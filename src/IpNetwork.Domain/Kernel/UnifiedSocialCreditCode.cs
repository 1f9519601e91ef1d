namespace IpNetwork.Domain.Kernel;

/// <summary>统一社会信用代码, GB 32100-2015.</summary>
public sealed record UnifiedSocialCreditCode
{
    public const int Length = 18;

    private const string CharacterSet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private UnifiedSocialCreditCode(string text) => Text = text;

    public string Text { get; }

    /// <summary>Registration department and body category, such as 11 (organ), 12 (public institution) or 91 (enterprise).</summary>
    public string Category => Text[..2];

    /// <summary>The registrar's division; it may be an abolished one.</summary>
    public string DivisionCode => Text[2..8];

    public string OrganisationCode => Text[8..17];

    /// <summary>Some early codes fail the organisation code's own check (GB 11714): a reason to look twice, not to refuse.</summary>
    public bool HasSoundOrganisationCode => OrganisationCode[8] == OrganisationCheck(OrganisationCode);

    public static Outcome<UnifiedSocialCreditCode> Parse(string? text, string field = "uscc")
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0)
        {
            return KernelRefusals.UsccMissing(field);
        }

        if (typed.Length > TypedText.Longest)
        {
            return KernelRefusals.UsccLength(field, typed.Length);
        }

        // The one field where full-width digits are taken for what they mean.
        typed = TypedText.Nfkc(typed).Trim().ToUpperInvariant();
        if (TypedText.FirstOther(typed, (c, _) => CharacterSet.Contains(c, StringComparison.Ordinal)) is var (place, shown))
        {
            return KernelRefusals.UsccCharacter(field, place, shown);
        }

        if (typed.Length != Length)
        {
            return KernelRefusals.UsccLength(field, typed.Length);
        }

        return typed[^1] == Check(typed) ? new UnifiedSocialCreditCode(typed) : KernelRefusals.UsccCheck(field);
    }

    public override string ToString() => Text;

    private static char Check(string code)
    {
        var (sum, weight) = (0, 1);
        foreach (var c in code[..17])
        {
            sum += CharacterSet.IndexOf(c, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return CharacterSet[(31 - (sum % 31)) % 31];
    }

    private static char OrganisationCheck(string code)
    {
        ReadOnlySpan<int> weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (char.IsAsciiDigit(code[i]) ? code[i] - '0' : code[i] - 'A' + 10) * weights[i];
        }

        return "0X987654321"[sum % 11];
    }
}
