namespace IpNetwork.Domain.Plates;

/// <summary>One thing that became of a plate. Published with it, so without personal data.</summary>
public sealed record PlateChange(DateOnly On, PlateStatus Status, string Says)
{
    public string? DocumentNumber { get; init; }

    public string? Reason { get; init; }

    public string? Evidence { get; init; }

    public DateTimeOffset RecordedAt { get; init; }
}

/// <summary>All that became of a plate, oldest first; only ever grows.</summary>
public sealed record PlateHistory(IReadOnlyList<PlateChange> Changes)
{
    internal PlateHistory With(PlateChange change) => new([.. Changes, change]);
}
