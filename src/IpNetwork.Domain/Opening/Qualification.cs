using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Opening;

/// <summary>What makes somebody fit to manage a node: any one of three (STF-02).</summary>
public sealed record Qualification
{
    public const int YearsNeeded = 3;
    public const int LongestText = 100;

    public static Qualification None { get; } = new();

    /// <summary>First day of the work in intellectual property.</summary>
    public DateOnly? IpWorkSince { get; init; }

    /// <summary>Last day of it, where it ended before the appointment.</summary>
    public DateOnly? IpWorkUntil { get; init; }

    /// <summary>An IP qualification, or a title of middle or senior rank, with its number.</summary>
    public string? Certificate { get; init; }

    public Degree? Degree { get; init; }

    /// <summary>Where the proofs are kept.</summary>
    public string? Proof { get; init; }

    public bool FitsManager(DateOnly appointedOn) =>
        WorkedLongEnough(appointedOn) || !string.IsNullOrWhiteSpace(Certificate) || Degree is Opening.Degree.Bachelor or Opening.Degree.Master or Opening.Degree.Doctor;

    /// <summary>Counted in whole years from day to day: 2 years and 11 months are not 3.</summary>
    public bool WorkedLongEnough(DateOnly appointedOn)
    {
        var end = IpWorkUntil is { } until && until < appointedOn ? until.AddDays(1) : appointedOn;
        return IpWorkSince is { } since && since.AddYears(YearsNeeded) <= end;
    }

    internal IEnumerable<Refusal> Refusals(DateOnly today) =>
    [
        .. IpWorkSince > today ? [OpeningRefusals.InFuture("ipWorkSince", IpWorkSince.Value)] : Array.Empty<Refusal>(),
        .. IpWorkUntil < IpWorkSince ? [OpeningRefusals.EndsBeforeItBegins(IpWorkUntil.Value, IpWorkSince.Value).At("ipWorkUntil")] : Array.Empty<Refusal>(),
        .. OpeningRefusals.TooLong((LongestText, "certificate", "资格或者职称", Certificate), (LongestText, "proof", "证明", Proof)),
    ];
}

public enum Degree
{
    College,
    Bachelor,
    Master,
    Doctor,
}
