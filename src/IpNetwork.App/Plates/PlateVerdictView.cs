using IpNetwork.App.Shell;
using IpNetwork.Domain.Plates;

namespace IpNetwork.App.Plates;

public sealed record PlateVerdictView
{
    public required string Number { get; init; }

    public required PlateText Plate { get; init; }

    public required PlateVerdict Verdict { get; init; }

    public required bool IsDown { get; init; }

    public required bool IsSample { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }

    public required string Kind { get; init; }

    public required LinkView Node { get; init; }

    public required DateOnly? IssuedOn { get; init; }

    public required DateOnly? SuspendedOn { get; init; }

    public required DateOnly? TakenDownOn { get; init; }

    public required string Rule { get; init; }

    public required string DocumentNumber { get; init; }

    public required string Steward { get; init; }

    public required string? Function { get; init; }

    public required string? BodyName { get; init; }

    public required string? BodyUscc { get; init; }

    public required string? Duties { get; init; }

    public required IReadOnlyList<PlateRow> Functions { get; init; }

    public required LinkView? Successor { get; init; }

    public required LinkView? GoTo { get; init; }

    public required IReadOnlyList<PlateChange> History { get; init; }

    public required QrPicture Code { get; init; }

    public required string Address { get; init; }

    public required string ListHref { get; init; }

    public required string Report { get; init; }
}
