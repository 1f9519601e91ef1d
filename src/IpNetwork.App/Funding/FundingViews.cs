using IpNetwork.App.Shell;

namespace IpNetwork.App.Funding;

public sealed record FundingListView
{
    public required string Action { get; init; }
    public required string Demonstrations { get; init; }
    public required FormState Form { get; init; }
    public required IReadOnlyList<FundingRow> Rows { get; init; }

    /// <summary>Empty for who may only look.</summary>
    public required IReadOnlyList<FieldOption> Platforms { get; init; }
}

public sealed record FundingRow(LinkView Number, ProjectView Project);

public sealed record FundingProjectView
{
    public required ProjectView Project { get; init; }
    public required string Action { get; init; }
    public required LinkView List { get; init; }
    public required string? Version { get; init; }
    public required FormState Form { get; init; }
    public required bool MayReview { get; init; }
    public required bool MayAward { get; init; }
}

public sealed record DemonstrationListView
{
    public required string Action { get; init; }
    public required LinkView List { get; init; }
    public required FormState Form { get; init; }
    public required IReadOnlyList<DemonstrationView> Rows { get; init; }
    public required bool MayMark { get; init; }
    public required string Today { get; init; }
    public required IReadOnlyList<FieldOption> Platforms { get; init; }
}

public sealed record LocalFundsPageView
{
    public required string Action { get; init; }
    public required IReadOnlyList<LocalFundsView> Rows { get; init; }
    public required FormState Form { get; init; }
    public required string? Version { get; init; }
    public required bool MayWrite { get; init; }
    public required IReadOnlyList<FieldOption> Years { get; init; }
}
