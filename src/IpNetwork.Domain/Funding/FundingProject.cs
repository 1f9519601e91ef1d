using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Funding;

/// <summary>A work body's project of the provincial special fund for one platform: called, reviewed, awarded (四(一)).</summary>
public sealed class FundingProject
{
    private FundingProject()
    {
    }

    /// <summary>The province.</summary>
    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public string ProjectNumber { get; private set; } = "";

    /// <summary>Slug of the platform, or number of its application while it is being built.</summary>
    public string Platform { get; private set; } = "";

    public string PlatformName { get; private set; } = "";

    public NodeKind Kind { get; private set; }

    /// <summary>The year in which the building is to be finished; funds are given in it (FND-03).</summary>
    public int BuildYear { get; private set; }

    public string WorkBody { get; private set; } = "";

    public string Uscc { get; private set; } = "";

    public ReviewResult Review { get; private set; }

    public DateOnly? ReviewedOn { get; private set; }

    public string? ReviewNote { get; private set; }

    /// <summary>In yuan.</summary>
    public decimal? Amount { get; private set; }

    public DateOnly? AwardedOn { get; private set; }

    public string? AwardDocument { get; private set; }

    public DateTimeOffset RegisteredAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public static Outcome<FundingProject> Register(NodeId province, ProjectEntry entry, FundedPlatform? platform, bool isNumberTaken, DateTimeOffset now)
    {
        var code = UnifiedSocialCreditCode.Parse(entry.Uscc);
        Refusal[] refusals =
        [
            .. Needed("projectNumber", "项目编号", entry.ProjectNumber, 60),
            .. isNumberTaken ? [FundingRefusals.NumberTaken()] : Array.Empty<Refusal>(),
            .. platform is null ? [FundingRefusals.UnknownPlatform()] : Array.Empty<Refusal>(),
            .. Needed("workBody", "工作主体", entry.WorkBody, 100),
            .. code.Refusals,
        ];
        return refusals.Length > 0 || platform is null
            ? Outcome.Refused<FundingProject>(refusals)
            : new FundingProject
            {
                NodeId = province,
                Id = Guid.CreateVersion7(now),
                ProjectNumber = entry.ProjectNumber!.Trim(),
                Platform = platform.Key,
                PlatformName = platform.Name,
                Kind = platform.Kind,
                BuildYear = platform.BuildYear,
                WorkBody = entry.WorkBody!.Trim(),
                Uscc = code.Value.Text,
                RegisteredAt = now.ToUniversalTime(),
                UpdatedAt = now.ToUniversalTime(),
            };
    }

    /// <summary>What the review by procedure came to; once.</summary>
    public Outcome Reviewed(bool? passed, DateOnly? on, string? note, DateTimeOffset now)
    {
        var today = ChinaTime.DayOf(now);
        Refusal[] refusals =
        [
            .. Review is ReviewResult.Waiting ? Array.Empty<Refusal>() : [FundingRefusals.AlreadyReviewed()],
            .. passed is null ? [FundingRefusals.ChoiceMissing("passed", "评审结果")] : Array.Empty<Refusal>(),
            .. on is null || on > today || on < ChinaTime.DayOf(RegisteredAt).AddYears(-1) ? [FundingRefusals.BadDate("reviewedOn", "评审日期要在今天以前、登记前一年以内。")] : Array.Empty<Refusal>(),
            .. Needed("note", "评审意见", note, 1_000),
        ];
        if (refusals.Length > 0)
        {
            return Outcome.Refused(refusals);
        }

        (Review, ReviewedOn, ReviewNote) = (passed is true ? ReviewResult.Passed : ReviewResult.Failed, on, note!.Trim());
        UpdatedAt = now.ToUniversalTime();
        return Outcome.Done;
    }

    /// <param name="awarded">What the platform has been given in the same build year by other projects (FND-04).</param>
    /// <param name="cap">For its kind; null where the province has set none (FND-05).</param>
    public Outcome Award(Yuan amount, DateOnly? on, string? document, decimal awarded, decimal? cap, DateTimeOffset now)
    {
        var today = ChinaTime.DayOf(now);
        Refusal[] refusals =
        [
            .. AwardedOn is null ? Array.Empty<Refusal>() : [FundingRefusals.AlreadyAwarded()],
            .. Review is ReviewResult.Passed ? Array.Empty<Refusal>() : [FundingRefusals.NotReviewed()],
            .. cap is null ? [FundingRefusals.NoCapDefined(Kind)] : awarded + amount.Value > cap ? [FundingRefusals.OverCap(amount, new(awarded), new(cap.Value))] : Array.Empty<Refusal>(),
            .. on is null || on > today || on < ReviewedOn ? [FundingRefusals.BadDate("awardedOn", "下达日期要在评审日和今天之间。")]
                : on.Value.Year != BuildYear ? [FundingRefusals.NotBuildYear(BuildYear)] : Array.Empty<Refusal>(),
            .. Needed("document", "下达文号", document, 100),
        ];
        if (refusals.Length > 0)
        {
            return Outcome.Refused(refusals);
        }

        (Amount, AwardedOn, AwardDocument) = (amount.Value, on, document!.Trim());
        UpdatedAt = now.ToUniversalTime();
        return Outcome.Done;
    }

    private static Refusal[] Needed(string field, string label, string? text, int longest) => (text ?? "").Trim().Length switch
    {
        0 => [FundingRefusals.Missing(field, label)],
        var length when length > longest => [FundingRefusals.TooLong(field, label, longest)],
        _ => [],
    };
}

/// <summary>A project as it was typed.</summary>
public sealed record ProjectEntry(string? ProjectNumber, string? Platform, string? WorkBody, string? Uscc);

/// <summary>What a project may be for: a platform, or one that is being built.</summary>
public sealed record FundedPlatform(string Key, string Name, NodeKind Kind, int BuildYear);

public enum ReviewResult
{
    Waiting,
    Passed,
    Failed,
}
