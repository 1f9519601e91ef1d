using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>One acceptance: the builder's request, the checklist with measured values, the conclusion and who confirmed it (ACC-01, ACC-02).</summary>
public sealed class AcceptanceInspection
{
    private AcceptanceInspection()
    {
    }

    internal AcceptanceInspection(NodeId province, Guid application, int number, string request, DateTimeOffset at)
    {
        (NodeId, ApplicationId, Number, Request, RequestedAt) = (province, application, number, request, at.ToUniversalTime());
    }

    public NodeId NodeId { get; private set; }

    public Guid ApplicationId { get; private set; }

    /// <summary>1 for the first; one more for each re-acceptance.</summary>
    public int Number { get; private set; }

    public string Request { get; private set; } = "";

    public DateTimeOffset RequestedAt { get; private set; }

    public DateOnly? HeldOn { get; private set; }

    public IReadOnlyList<ChecklistLine> Checklist { get; private set; } = [];

    public MeasuredValues? Measured { get; private set; }

    public IReadOnlyList<WaiverDecision> Waivers { get; private set; } = [];

    public bool? Qualifies { get; private set; }

    /// <summary>What is missing where it does not qualify yet.</summary>
    public string Defects { get; private set; } = "";

    public Signature? InspectedBy { get; private set; }

    public Signature? ConfirmedBy { get; private set; }

    /// <summary>Conclusions that were sent back.</summary>
    public IReadOnlyList<SentBackInspection> SentBack { get; private set; } = [];

    public bool TookPart(Guid person) => InspectedBy?.PersonId == person || SentBack.Any(earlier => earlier.InspectedBy.PersonId == person);

    internal Outcome Record(InspectionEntry entry, EstablishmentApplication application, ThresholdSet? set, Signature by, DateOnly today)
    {
        var refusals = InspectionRules.Check(entry, application, set, this, today);
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        (HeldOn, Measured, Waivers) = (entry.HeldOn, entry.Measured, entry.Waivers);
        Checklist = [.. entry.Checklist.Where(line => application.Modules.Contains(line.Module)).DistinctBy(line => line.Module)];
        (Qualifies, Defects, InspectedBy) = (entry.Qualifies, Texts.Clean(entry.Defects), by);
        return Outcome.Done;
    }

    internal void Reopen(string reason, Signature by)
    {
        if (InspectedBy is { } inspector && Qualifies is { } qualifies)
        {
            SentBack = [.. SentBack, new(qualifies, Defects, Checklist, inspector, reason, by)];
        }

        (Qualifies, InspectedBy) = (null, null);
    }

    internal void Confirm(Signature by) => ConfirmedBy = by;
}

public sealed record SentBackInspection(bool Qualified, string Defects, IReadOnlyList<ChecklistLine> Checklist, Signature InspectedBy, string Reason, Signature By);

/// <summary>One module's line: whether its function is there, and what shows it.</summary>
public sealed record ChecklistLine(string Module, bool IsMet, string Evidence);

/// <summary>As found on the real premises; area in square metres.</summary>
public sealed record MeasuredValues(decimal? Area, int? Staff, int? Computers)
{
    internal IEnumerable<Refusal> Refusals() => ((Refusal?[])
    [
        Area is < 0 or > 1_000_000 ? EstablishmentRefusals.BadNumber("measuredArea", "核实的面积", "0 至 1000000 的平方米数") : null,
        Staff is < 0 or > 100_000 ? EstablishmentRefusals.BadNumber("measuredStaff", "核实的人数", "0 或更大的整数") : null,
        Computers is < 0 or > 100_000 ? EstablishmentRefusals.BadNumber("measuredComputers", "核实的计算机数", "0 或更大的整数") : null,
    ]).OfType<Refusal>();
}

/// <summary>An inspection as it was typed.</summary>
public sealed record InspectionEntry
{
    public DateOnly? HeldOn { get; init; }

    public IReadOnlyList<ChecklistLine> Checklist { get; init; } = [];

    public MeasuredValues Measured { get; init; } = new(null, null, null);

    public IReadOnlyList<WaiverDecision> Waivers { get; init; } = [];

    public bool Qualifies { get; init; }

    public string? Defects { get; init; }
}
