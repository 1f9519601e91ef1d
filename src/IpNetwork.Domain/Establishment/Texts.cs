using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>What a typed line must be, said beside its field.</summary>
internal static class Texts
{
    public static string Clean(string? text) => (text ?? "").Trim();

    public static Refusal? Needed(string field, string label, string? text, int longest) => Clean(text).Length switch
    {
        0 => EstablishmentRefusals.Missing(field, label),
        var length when length > longest => EstablishmentRefusals.TooLong(field, label, longest),
        _ => null,
    };

    public static Refusal? AtMost(string field, string label, string? text, int longest) =>
        Clean(text).Length > longest ? EstablishmentRefusals.TooLong(field, label, longest) : null;

    public static Refusal? Phone(string field, string label, string? text)
    {
        var typed = Clean(text);
        return typed.Length == 0 ? EstablishmentRefusals.Missing(field, label)
            : typed.Count(char.IsAsciiDigit) is >= 7 and <= 15 && typed.All(c => char.IsAsciiDigit(c) || c is '-' or '+' or ' ') ? null
            : EstablishmentRefusals.BadPhone(field, label);
    }

    public static Refusal? Mail(string field, string label, string? text)
    {
        var typed = Clean(text);
        return typed.Length == 0 || (typed.Length <= 100 && typed.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.') && !typed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            ? null
            : EstablishmentRefusals.BadMail(field, label);
    }
}
