using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>One use of a means of assessment: hearing, site visit, material assessment or another (ASM-01).</summary>
public sealed class AssessmentRecord
{
    private AssessmentRecord()
    {
    }

    public NodeId NodeId { get; private set; }

    public Guid ApplicationId { get; private set; }

    public Guid Id { get; private set; }

    public AssessmentMeans Means { get; private set; }

    public string? OtherMeans { get; private set; }

    public DateOnly HeldOn { get; private set; }

    public string Findings { get; private set; } = "";

    public IReadOnlyList<AssessingExpert> Experts { get; private set; } = [];

    /// <summary>What was found on the spot; null where nothing was measured.</summary>
    public MeasuredValues? Measured { get; private set; }

    /// <summary>Photos and papers, by file.</summary>
    public IReadOnlyList<Guid> Files { get; private set; } = [];

    public PersonId RecordedBy { get; private set; }

    public string RecordedByName { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    internal static Outcome<AssessmentRecord> Of(EstablishmentApplication application, AssessmentEntry entry, Signature by, DateOnly today)
    {
        Refusal[] refusals =
        [
            .. ((Refusal?[])
            [
                entry.Means is null ? EstablishmentRefusals.ChoiceMissing("means", "评估方式") : null,
                entry.Means is AssessmentMeans.Other ? Texts.Needed("otherMeans", "其他方式的名称", entry.OtherMeans, 50) : null,
                entry.HeldOn is not { } day ? EstablishmentRefusals.Missing("heldOn", "评估日期")
                    : day > today || day < application.SubmittedOn ? EstablishmentRefusals.BadDate("heldOn", $"评估日期要在提交日 {application.SubmittedOn:yyyy-MM-dd} 和今天之间。") : null,
                Texts.Needed("findings", "评估情况", entry.Findings, 5_000),
                .. entry.Experts.Select(expert => Texts.AtMost($"expert.{expert.ExpertId}", "专家意见", expert.Opinion, 1_000)),
            ]).OfType<Refusal>(),
            .. entry.Measured?.Refusals() ?? [],
        ];
        return refusals.Length > 0
            ? Outcome.Refused<AssessmentRecord>(refusals)
            : new AssessmentRecord
            {
                NodeId = application.NodeId,
                ApplicationId = application.Id,
                Id = Guid.CreateVersion7(by.At),
                Means = entry.Means!.Value,
                OtherMeans = entry.Means is AssessmentMeans.Other ? Texts.Clean(entry.OtherMeans) : null,
                HeldOn = entry.HeldOn!.Value,
                Findings = Texts.Clean(entry.Findings),
                Experts = entry.Experts,
                Measured = entry.Measured,
                Files = entry.Files,
                RecordedBy = new(by.PersonId),
                RecordedByName = by.Name,
                RecordedAt = by.At.ToUniversalTime(),
            };
    }
}

/// <summary>An assessment as it was typed.</summary>
public sealed record AssessmentEntry
{
    public AssessmentMeans? Means { get; init; }

    public string? OtherMeans { get; init; }

    public DateOnly? HeldOn { get; init; }

    public string? Findings { get; init; }

    public IReadOnlyList<AssessingExpert> Experts { get; init; } = [];

    public MeasuredValues? Measured { get; init; }

    public IReadOnlyList<Guid> Files { get; init; } = [];
}

/// <param name="ExpertId">Of the province's pool; whether the expert may take part is checked there (EXP-01).</param>
public sealed record AssessingExpert(Guid ExpertId, string Name, string Opinion);

public enum AssessmentMeans
{
    Hearing,
    SiteVisit,
    MaterialAssessment,
    Other,
}

public static class AssessmentMeansWords
{
    public static string Chinese(this AssessmentMeans means) => means switch
    {
        AssessmentMeans.Hearing => "听取汇报",
        AssessmentMeans.SiteVisit => "现场考察",
        AssessmentMeans.MaterialAssessment => "材料评估",
        AssessmentMeans.Other => "其他方式",
        _ => throw new ArgumentOutOfRangeException(nameof(means), means, null),
    };
}
