using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Opening;

/// <summary>Where a node works, from a day on (FAC-01). A change is entered anew, so what was before stays to be read.</summary>
public sealed class Premises
{
    private Premises()
    {
    }

    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public DateOnly From { get; private set; }

    public string Address { get; private set; } = "";

    /// <summary>Square metres.</summary>
    public decimal Area { get; private set; }

    /// <summary>How it is laid out for reception, acceptance, handling and talks.</summary>
    public string Layout { get; private set; } = "";

    /// <summary>The hall or platform whose site it shares; null for a site of its own.</summary>
    public string? SharedWith { get; private set; }

    /// <summary>Why less than the usual area is enough; null where the area is.</summary>
    public string? ShortfallReason { get; private set; }

    /// <summary>Why it changed.</summary>
    public string? Reason { get; private set; }

    public PersonId RecordedBy { get; private set; }

    public string RecordedByName { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    /// <param name="threshold">For the area at a node of this kind; null where none is set.</param>
    /// <param name="current">What was entered last.</param>
    public static Outcome<Premises> Enter(NodeId node, PremisesDraft draft, Threshold? threshold, Premises? current, Clerk by)
    {
        Refusal[] refusals =
        [
            .. draft.Refusals(ChinaTime.DayOf(by.At)),
            .. draft.AreaRefusals(threshold),
            .. draft.From < current?.From ? [OpeningRefusals.BeforeTheLast(draft.From.Value, current.From)] : Array.Empty<Refusal>(),
            .. current is not null && string.IsNullOrWhiteSpace(draft.Reason) ? [OpeningRefusals.ReasonRequired("reason")] : Array.Empty<Refusal>(),
        ];
        return refusals.Length > 0
            ? Outcome.Refused<Premises>(refusals)
            : new Premises
            {
                NodeId = node,
                Id = Guid.CreateVersion7(by.At),
                From = draft.From ?? throw new InvalidOperationException(),
                Address = draft.Address?.Trim() ?? "",
                Area = draft.Area ?? throw new InvalidOperationException(),
                Layout = draft.Layout?.Trim() ?? "",
                SharedWith = PremisesDraft.Filled(draft.SharedWith),
                ShortfallReason = threshold is null || threshold.IsMetBy(draft.Area.Value) ? null : draft.ShortfallReason?.Trim(),
                Reason = PremisesDraft.Filled(draft.Reason),
                RecordedBy = by.Person,
                RecordedByName = by.Name,
                RecordedAt = by.At.ToUniversalTime(),
            };
    }
}

/// <summary>Who entered it, and when.</summary>
public sealed record Clerk(PersonId Person, string Name, DateTimeOffset At);

public sealed record PremisesDraft
{
    public const int LongestAddress = 200;
    public const int LongestText = 500;
    public const decimal Largest = 1_000_000;

    public required DateOnly? From { get; init; }

    public required string? Address { get; init; }

    /// <summary>Null where what was typed is no number.</summary>
    public required decimal? Area { get; init; }

    public required string? Layout { get; init; }

    public string? SharedWith { get; init; }

    public string? ShortfallReason { get; init; }

    public string? Reason { get; init; }

    internal IEnumerable<Refusal> Refusals(DateOnly today) =>
    [
        .. From is null ? [OpeningRefusals.BadDay("from")] : Array.Empty<Refusal>(),
        .. From > today ? [OpeningRefusals.InFuture("from", From.Value)] : Array.Empty<Refusal>(),
        .. string.IsNullOrWhiteSpace(Address) ? [OpeningRefusals.Empty("address", "地址")] : Array.Empty<Refusal>(),
        .. string.IsNullOrWhiteSpace(Layout) ? [OpeningRefusals.Empty("layout", "布局")] : Array.Empty<Refusal>(),
        .. Area is null or <= 0 or > Largest || decimal.Round(Area.Value, 2) != Area ? [OpeningRefusals.BadArea()] : Array.Empty<Refusal>(),
        .. OpeningRefusals.TooLong((LongestAddress, "address", "地址", Address), (LongestText, "layout", "布局", Layout), (LongestAddress, "sharedWith", "共用单位", SharedWith),
            (LongestText, "shortfallReason", "面积不足的理由", ShortfallReason), (LongestText, "reason", "变更的理由", Reason)),
    ];

    // 原则上: a soft threshold asks for a written reason, a hard one is final.
    internal IEnumerable<Refusal> AreaRefusals(Threshold? threshold) => (threshold, Area) switch
    {
        (null, _) or (_, null or <= 0) => [],
        var (set, area) when set.IsMetBy(area.Value) => [],
        ({ Strictness: Strictness.Hard } set, _) => [OpeningRefusals.TooSmall(set)],
        var (set, _) => string.IsNullOrWhiteSpace(ShortfallReason) ? [OpeningRefusals.SmallWithoutReason(set)] : [],
    };

    internal static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
