using System.Globalization;

namespace IpNetwork.Domain.Kernel;

/// <summary>公民身份号码, GB 11643-1999; residence permits of Hong Kong, Macao and Taiwan residents and foreigners' permanent-residence cards have the same form.</summary>
public sealed record CitizenNumber
{
    public const int Length = 18;

    private CitizenNumber(string text, DateOnly bornOn) => (Text, BornOn) = (text, bornOn);

    public string Text { get; }

    public DateOnly BornOn { get; }

    public string Masked => $"{Text[..3]}***********{Text[^4..]}";

    public static Outcome<CitizenNumber> Parse(string? text, DateOnly today, string field = "citizenNumber")
    {
        var typed = (text ?? "").Trim().ToUpperInvariant();
        if (typed.Length == 0)
        {
            return KernelRefusals.CitizenNumberMissing(field);
        }

        if (TypedText.FirstOther(typed, (c, place) => char.IsAsciiDigit(c) || (c == 'X' && place == Length - 1)) is var (place, shown))
        {
            return KernelRefusals.CitizenNumberCharacter(field, place, shown);
        }

        if (typed.Length != Length)
        {
            return KernelRefusals.CitizenNumberLength(field, typed.Length);
        }

        if (!DateOnly.TryParseExact(typed[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var bornOn))
        {
            return KernelRefusals.CitizenNumberBirthDate(field);
        }

        if (bornOn > today)
        {
            return KernelRefusals.CitizenNumberBirthInFuture(field);
        }

        return typed[^1] == Check(typed) ? new CitizenNumber(typed, bornOn) : KernelRefusals.CitizenNumberCheck(field);
    }

    // Masked, so that a log line or a page that prints the value by accident gives nothing away.
    public override string ToString() => Masked;

    private static char Check(string number)
    {
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (number[i] - '0') * weights[i];
        }

        return "10X98765432"[sum % 11];
    }
}
