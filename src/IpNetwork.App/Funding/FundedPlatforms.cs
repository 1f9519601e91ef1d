using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Funding;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Funding;

/// <summary>What the fund may go to: what stands in a build plan, and the nodes of the network. A node that came by an application has its build year.</summary>
internal sealed class FundedPlatforms(NetworkDb db, NodeDirectory directory, CurrentNode current)
{
    private static readonly ApplicationStatus[] Planned = [ApplicationStatus.InBuildPlan, ApplicationStatus.Building, ApplicationStatus.AcceptanceRequested, ApplicationStatus.Accepted];

    public async Task<IReadOnlyList<FundedPlatform>> AllAsync(CancellationToken ct)
    {
        var planned = await db.Set<EstablishmentApplication>().AsNoTracking().Where(a => Planned.Contains(a.Status))
            .Select(a => new { a.Number, a.Form, a.BuildDueOn, a.FoundedSlug })
            .ToListAsync(ct);
        var years = planned.Where(a => a.FoundedSlug is not null && a.BuildDueOn is not null).ToLookup(a => a.FoundedSlug!, a => a.BuildDueOn!.Value.Year);
        return
        [
            .. planned.Where(a => a.FoundedSlug is null && a.Number is not null && a.BuildDueOn is not null)
                .Select(a => new FundedPlatform(a.Number!, a.Form.Prospect.PlaceName, a.Form.Prospect.Kind ?? NodeKind.Workstation, a.BuildDueOn!.Value.Year)),
            .. (await NodesAsync(ct)).Select(node => node with { BuildYear = years[node.Key].DefaultIfEmpty(node.BuildYear).Max() }),
        ];
    }

    public async Task<IReadOnlyList<FundedPlatform>> NodesAsync(CancellationToken ct) =>
    [
        .. (await directory.CurrentAsync(ct)).All
            .Where(n => n.NetworkId == current.Id && n.Kind is not NodeKind.Province && n.Status is not (NodeStatus.Merged or NodeStatus.Delisted))
            .OrderBy(n => n.Path, StringComparer.Ordinal)
            .Select(n => new FundedPlatform(n.Slug, n.ShortName, n.Kind, n.FoundedOn.Year)),
    ];

    public async Task<FundedPlatform?> FindAsync(string? key, CancellationToken ct) => (await AllAsync(ct)).FirstOrDefault(platform => platform.Key == key?.Trim());

    /// <summary>A platform under construction and the node it became share one running total (FND-04).</summary>
    public async Task<IReadOnlyList<string>> KeysOfAsync(string key, CancellationToken ct)
    {
        var pair = await db.Set<EstablishmentApplication>().AsNoTracking().Where(a => a.Number == key || a.FoundedSlug == key).Select(a => new { a.Number, a.FoundedSlug }).ToListAsync(ct);
        return [key, .. pair.SelectMany(a => new[] { a.Number, a.FoundedSlug }).OfType<string>()];
    }
}
