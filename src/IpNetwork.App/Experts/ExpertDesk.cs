using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Experts;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Experts;

/// <summary>The pool as it stands, and the matters experts may be asked about.</summary>
internal sealed class ExpertDesk(NetworkDb db, CurrentNode current, IProvinceSettings settings, TimeProvider clock)
{
    /// <summary>Answered as 404.</summary>
    public static readonly Refusal Absent = new("NOT_FOUND", "没有找到，或者您无权查看。");

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => ChinaTime.DayOf(Now);

    public async Task<IReadOnlyList<string>> CategoriesAsync(CancellationToken ct) => (await settings.OfAsync(current.Node.NetworkId, ct)).ExpertCategories;

    public async Task<IReadOnlyList<(Expert Expert, uint Version)>> AllAsync(CancellationToken ct) =>
        [.. (await db.Set<Expert>().AsNoTracking().OrderBy(e => e.Category).ThenBy(e => e.Name).Select(e => new { Expert = e, Version = EF.Property<uint>(e, "xmin") }).ToListAsync(ct)).Select(row => (row.Expert, row.Version))];

    public async Task<IReadOnlyList<(ExpertAssignment Assignment, uint Version)>> AssignmentsAsync(CancellationToken ct) =>
        [.. (await db.Set<ExpertAssignment>().AsNoTracking().OrderByDescending(a => a.AssignedAt).Select(a => new { Assignment = a, Version = EF.Property<uint>(a, "xmin") }).ToListAsync(ct)).Select(row => (row.Assignment, row.Version))];

    /// <summary>An application in the hands of the province, as a matter with its parties; null where there is none.</summary>
    public async Task<Matter?> MatterAsync(string? number, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(number) || await db.Set<EstablishmentApplication>().AsNoTracking().Include(a => a.Snapshots).SingleOrDefaultAsync(a => a.Number == number, ct) is not { } application || !application.Status.IsOpen())
        {
            return null;
        }

        var builders = application.Form.Builders.Concat(application.LatestSnapshot?.Form.Builders ?? []);
        return new(number, $"{(application.Kind is { } kind ? NodeWords.Of(kind) : "平台")}：{application.PlaceName}", [.. builders.Select(builder => new Party(builder.Name, builder.Uscc)).Distinct()]);
    }
}
