using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Funding;

/// <summary>What a node was given by its own locality in a year, for running the platform (FND-07). Written by the node; corrected in place, the trail keeps what stood before.</summary>
public sealed class LocalFunds
{
    /// <summary>How far back a year may still be entered.</summary>
    public const int YearsBack = 10;

    private LocalFunds()
    {
    }

    public NodeId NodeId { get; private set; }

    public int Year { get; private set; }

    /// <summary>In yuan.</summary>
    public decimal Amount { get; private set; }

    public string Source { get; private set; } = "";

    public string Note { get; private set; } = "";

    public DateTimeOffset UpdatedAt { get; private set; }

    public static Outcome<LocalFunds> For(NodeId node, int year, Yuan amount, string? source, string? note, DateTimeOffset now)
    {
        var funds = new LocalFunds { NodeId = node, Year = year };
        var today = ChinaTime.DayOf(now);
        if (year < today.Year - YearsBack || year > today.Year)
        {
            return FundingRefusals.BadYear(today.Year - YearsBack, today.Year);
        }

        var written = funds.Write(amount, source, note, now);
        return written.IsDone ? funds : Outcome.Refused<LocalFunds>(written.Refusals);
    }

    public Outcome Write(Yuan amount, string? source, string? note, DateTimeOffset now)
    {
        Refusal[] refusals =
        [
            .. string.IsNullOrWhiteSpace(source) ? [FundingRefusals.Missing("source", "经费来源")] : source.Trim().Length > 200 ? [FundingRefusals.TooLong("source", "经费来源", 200)] : Array.Empty<Refusal>(),
            .. note?.Trim().Length > 1_000 ? [FundingRefusals.TooLong("note", "说明", 1_000)] : Array.Empty<Refusal>(),
        ];
        if (refusals.Length > 0)
        {
            return Outcome.Refused(refusals);
        }

        (Amount, Source, Note, UpdatedAt) = (amount.Value, source!.Trim(), note?.Trim() ?? "", now.ToUniversalTime());
        return Outcome.Done;
    }
}
