using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Opening;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Opening;

/// <summary>What the current node has ready.</summary>
internal sealed class OpeningDesk(NetworkDb db, CurrentNode current, IProvinceSettings settings, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => ChinaTime.DayOf(Now);

    public async Task<Readiness> ReadinessAsync(CancellationToken ct)
    {
        var (network, id) = (current.Node.NetworkId, current.Id);
        return Readiness.Of(new()
        {
            IsOpenToPublic = current.Node.Status is NodeStatus.Operating or NodeStatus.Rectifying,
            Premises = await PremisesAsync(ct),
            Working = await WorkingAsync(ct),
            People = await ThresholdAsync(Threshold.Staff, ct),
            Modules = await db.Set<NodeModule>().AsNoTracking().ToListAsync(ct),
            Items = await db.Set<BaseItemVersion>().Where(v => v.NodeId == network).Select(v => v.ItemCode).Distinct().CountAsync(ct),
            LocalisedItems = await db.Set<OfferingVersion>().Where(v => v.NodeId == id).Select(v => v.ItemCode).Distinct().CountAsync(ct),
        });
    }

    public Task<Premises?> PremisesAsync(CancellationToken ct) => db.Set<Premises>().AsNoTracking().OrderByDescending(p => p.From).ThenByDescending(p => p.RecordedAt).FirstOrDefaultAsync(ct);

    public Task<List<StaffMember>> WorkingAsync(CancellationToken ct)
    {
        var today = Today;
        return db.Set<StaffMember>().AsNoTracking().Where(m => m.From <= today && (m.To == null || m.To >= today)).ToListAsync(ct);
    }

    public async ValueTask<Threshold?> ThresholdAsync(string code, CancellationToken ct) =>
        (await settings.OfAsync(current.Node.NetworkId, ct)).Thresholds.FirstOrDefault(set => set.Kind == current.Node.Kind)?.Find(code);

    public async ValueTask<IReadOnlyList<ServiceModule>> ModulesAsync(CancellationToken ct) => (await settings.OfAsync(current.Node.NetworkId, ct)).Modules;

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public Clerk By(Actor actor) => new(actor.PersonId ?? throw new InvalidOperationException("A node is prepared by people."), actor.Name, Now);
}
