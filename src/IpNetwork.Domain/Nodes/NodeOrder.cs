using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Nodes;

/// <summary>The order behind a change of the network: from when, why, by which document, and who entered it when.</summary>
public sealed record NodeOrder
{
    public const int LongestReason = 500;
    public const int LongestDocument = 100;

    public required DateOnly EffectiveOn { get; init; }

    public required string? Reason { get; init; }

    public required string? DocumentNumber { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Null when a province pack was applied.</summary>
    public PersonId? RecordedBy { get; init; }

    internal IEnumerable<Refusal> RefusalsFor(DateOnly foundedOn)
    {
        if (EffectiveOn < foundedOn)
        {
            yield return NodeRefusals.EffectiveBeforeFounding(EffectiveOn, foundedOn);
        }

        // A change takes hold at once (NET-01); an order for a later day is entered on that day.
        if (EffectiveOn > ChinaTime.DayOf(RecordedAt))
        {
            yield return NodeRefusals.EffectiveInFuture(EffectiveOn);
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return NodeRefusals.ReasonRequired();
        }
        else if (Reason.Trim().Length > LongestReason)
        {
            yield return NodeRefusals.TooLong("reason", "理由", LongestReason);
        }

        if (string.IsNullOrWhiteSpace(DocumentNumber))
        {
            yield return NodeRefusals.DocumentRequired("documentNumber");
        }
        else if (DocumentNumber.Trim().Length > LongestDocument)
        {
            yield return NodeRefusals.TooLong("documentNumber", "文号", LongestDocument);
        }
    }
}
