using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Files;

/// <summary>What a file belongs to: a record of the room that answers for the purpose, and a place in it.</summary>
/// <param name="Purpose">A short word such as <c>application</c>; one room answers for it.</param>
/// <param name="Slot">Which of the record's places, such as a material's code; empty where it has one only.</param>
public sealed record FileSubject(string Purpose, Guid Id, string Slot = "")
{
    public const int LongestWord = 40;

    public static Outcome<FileSubject> Parse(string? purpose, string? subject, string? slot)
    {
        Refusal[] refusals =
        [
            .. IsWord(purpose) ? Array.Empty<Refusal>() : [FileRefusals.BadPurpose("purpose")],
            .. Guid.TryParseExact(subject, "D", out var id) ? Array.Empty<Refusal>() : [FileRefusals.BadPurpose("subject")],
            .. string.IsNullOrEmpty(slot) || IsWord(slot) ? Array.Empty<Refusal>() : [FileRefusals.BadPurpose("slot")],
        ];
        return refusals.Length > 0 ? Outcome.Refused<FileSubject>(refusals) : new FileSubject(purpose ?? "", id, slot ?? "");
    }

    private static bool IsWord(string? text) => text is { Length: > 0 and <= LongestWord } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
