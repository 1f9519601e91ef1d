using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Provinces;

internal sealed class SettingsBook(IServiceScopeFactory scopes, ChangeSignal signal, TimeProvider clock) : IProvinceSettings
{
    private readonly KeptByNode<ProvinceSettings> kept = new(scopes, signal, clock, ChangeSignal.SettingsTopic, async (db, id, ct) =>
        (await db.Set<ProvinceSettingsRow>().AsNoTracking().SingleOrDefaultAsync(s => s.NodeId == id, ct))?.Settings ?? ProvinceSettings.Usual);

    public ValueTask<ProvinceSettings> OfAsync(NodeId province, CancellationToken ct) => kept.OfAsync(province, ct);
}
