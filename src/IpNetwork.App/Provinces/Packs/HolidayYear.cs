namespace IpNetwork.App.Provinces.Packs;

/// <summary><c>calendar/&lt;year&gt;.json</c>: the State Council's notice on holidays of one year.</summary>
internal sealed record HolidayYear
{
    public required int Year { get; init; }

    public required string Document { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string Source { get; init; }

    public required string Confidence { get; init; }

    public required HolidayCounts Counts { get; init; }

    public required IReadOnlyList<HolidayDay> Days { get; init; }
}

internal sealed record HolidayCounts
{
    public required int Off { get; init; }

    public required int Work { get; init; }
}

internal sealed record HolidayDay
{
    public required DateOnly Date { get; init; }

    /// <summary>一 … 日, so that a slip in the date shows.</summary>
    public required string Weekday { get; init; }

    public required HolidayKind Kind { get; init; }

    public required string Name { get; init; }
}

/// <summary>A day off, or a weekend day that is worked.</summary>
internal enum HolidayKind
{
    Off,
    Work,
}
