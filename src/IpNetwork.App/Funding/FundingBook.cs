using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Funding;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Funding;

/// <summary>The province's projects as people read them, with what each platform has been given and may be given.</summary>
internal sealed class FundingBook(NetworkDb db, FundedPlatforms platforms, IProvinceSettings settings, CurrentNode current)
{
    public async Task<IReadOnlyList<ProjectView>> AllAsync(CancellationToken ct)
    {
        var projects = await db.Set<FundingProject>().AsNoTracking().OrderByDescending(p => p.RegisteredAt).ToListAsync(ct);
        var views = new List<ProjectView>();
        foreach (var project in projects)
        {
            views.Add(await ViewAsync(project, ct));
        }

        return views;
    }

    public async Task<ProjectView?> FindAsync(Guid id, CancellationToken ct) =>
        await db.Set<FundingProject>().SingleOrDefaultAsync(p => p.Id == id, ct) is { } project
            ? await ViewAsync(project, ct) with { ETag = ETags.Of(db.VersionOf(project)) }
            : null;

    public async Task<decimal?> CapAsync(NodeKind kind, CancellationToken ct) =>
        (await settings.OfAsync(current.Id, ct)).FundingCaps.FirstOrDefault(cap => cap.Kind == kind)?.Yuan;

    /// <summary>Given to a platform in a build year, by every project but this one.</summary>
    public async Task<decimal> AwardedAsync(FundingProject project, CancellationToken ct)
    {
        var keys = await platforms.KeysOfAsync(project.Platform, ct);
        var (id, year) = (project.Id, project.BuildYear);
        return await db.Set<FundingProject>().Where(p => keys.Contains(p.Platform) && p.BuildYear == year && p.Id != id).SumAsync(p => p.Amount ?? 0, ct);
    }

    private async Task<ProjectView> ViewAsync(FundingProject project, CancellationToken ct) => new()
    {
        Id = project.Id,
        ProjectNumber = project.ProjectNumber,
        Platform = project.Platform,
        PlatformName = project.PlatformName,
        Kind = project.Kind,
        BuildYear = project.BuildYear,
        WorkBody = project.WorkBody,
        Uscc = project.Uscc,
        Review = project.Review,
        ReviewedOn = project.ReviewedOn,
        ReviewNote = project.ReviewNote,
        Amount = project.Amount,
        AwardedOn = project.AwardedOn,
        AwardDocument = project.AwardDocument,
        AwardedByOthers = await AwardedAsync(project, ct),
        Cap = await CapAsync(project.Kind, ct),
    };
}

/// <summary>Amounts in yuan.</summary>
public sealed record ProjectView
{
    public required Guid Id { get; init; }
    public required string ProjectNumber { get; init; }
    public required string Platform { get; init; }
    public required string PlatformName { get; init; }
    public required NodeKind Kind { get; init; }
    public required int BuildYear { get; init; }
    public required string WorkBody { get; init; }
    public required string Uscc { get; init; }
    public required ReviewResult Review { get; init; }
    public DateOnly? ReviewedOn { get; init; }
    public string? ReviewNote { get; init; }
    public decimal? Amount { get; init; }
    public DateOnly? AwardedOn { get; init; }
    public string? AwardDocument { get; init; }

    /// <summary>To the same platform in the same build year.</summary>
    public required decimal AwardedByOthers { get; init; }

    /// <summary>Null where the province has set none for the kind.</summary>
    public decimal? Cap { get; init; }

    public string? ETag { get; init; }
}
