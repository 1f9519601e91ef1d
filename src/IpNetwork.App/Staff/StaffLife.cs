using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Staff;

/// <summary>Since when a node has somebody in charge; names stay on the page of its people.</summary>
internal sealed class StaffLife(NodeScopes scopes) : INodeLife
{
    public Task<IReadOnlyList<LifeEntry>> OfAsync(LifeReading reading, CancellationToken ct) => scopes.RunAsync(NodeDirectory.Tenant(reading.Node), async atNode =>
    {
        var managers = await atNode.GetRequiredService<NetworkDb>().Set<Membership>().AsNoTracking().Where(m => m.Role == Role.Manager).OrderBy(m => m.RecordedAt).ToListAsync(ct);
        return (IReadOnlyList<LifeEntry>)[.. managers.Select((m, place) => new LifeEntry(m.From, place == 0 ? "第一位负责人到位" : "负责人到位", "本平台") { At = m.RecordedAt })];
    });
}
