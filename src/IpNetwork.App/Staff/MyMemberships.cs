using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Staff;

/// <summary>Where a person works, across all nodes: the one list that is read by person instead of by node.</summary>
internal sealed class MyMemberships(IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task<IReadOnlyList<Membership>> TodayAsync(PersonId person, CancellationToken ct)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        return [.. (await AllAsync(person, ct)).Where(m => m.IsActiveOn(today))];
    }

    public async Task<IReadOnlyList<Membership>> AllAsync(PersonId person, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().Set(person);
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        return await db.Set<Membership>().AsNoTracking().IgnoreQueryFilters([NetworkDb.NodeFilter])
            .Where(m => m.PersonId == person)
            .OrderBy(m => m.NodeId)
            .ToListAsync(ct);
    }
}
