using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Plates;

/// <summary>The order behind what becomes of a hanging plate.</summary>
public sealed record PlateOrder
{
    public const int LongestDocument = 100;
    public const int LongestReason = 500;
    public const int LongestEvidence = 200;

    public required string? DocumentNumber { get; init; }

    /// <summary>The day of the document.</summary>
    public required DateOnly OrderedOn { get; init; }

    /// <summary>The day it was carried out.</summary>
    public required DateOnly EffectiveOn { get; init; }

    public required string? Reason { get; init; }

    /// <summary>What shows that the plate is off the wall, such as the number of a record with photographs.</summary>
    public string? Evidence { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <param name="notBefore">The last thing that became of the plate.</param>
    internal IEnumerable<Refusal> Refusals(DateOnly? notBefore, bool needsEvidence) =>
    [
        .. string.IsNullOrWhiteSpace(DocumentNumber) ? [PlateRefusals.DocumentRequired("documentNumber")] : Array.Empty<Refusal>(),
        .. string.IsNullOrWhiteSpace(Reason) ? [PlateRefusals.ReasonRequired("reason")] : Array.Empty<Refusal>(),
        .. needsEvidence && string.IsNullOrWhiteSpace(Evidence) ? [PlateRefusals.EvidenceRequired()] : Array.Empty<Refusal>(),
        .. EffectiveOn < OrderedOn ? [PlateRefusals.BeforeOrder(EffectiveOn, OrderedOn)] : Array.Empty<Refusal>(),
        .. EffectiveOn > ChinaTime.DayOf(RecordedAt) ? [PlateRefusals.InFuture("effectiveOn", EffectiveOn)] : Array.Empty<Refusal>(),
        .. EffectiveOn < notBefore ? [PlateRefusals.BeforeItsLastDay(EffectiveOn, notBefore.Value)] : Array.Empty<Refusal>(),
        .. PlateRefusals.TextsTooLong(("documentNumber", "文号", DocumentNumber), ("reason", "理由", Reason), ("evidence", "摘下的凭据", Evidence)),
    ];
}
