using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Plates;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Plates;

/// <summary>What hung at a node, and what became of it, as the register publishes it.</summary>
internal sealed class PlateLife(NetworkDb db) : INodeLife
{
    public async Task<IReadOnlyList<LifeEntry>> OfAsync(LifeReading reading, CancellationToken ct)
    {
        var id = reading.Node.Id;
        var plates = await db.Set<Plate>().AsNoTracking().Where(p => p.NodeId == id).ToListAsync(ct);
        return
        [
            .. plates.SelectMany(plate => plate.History.Changes.Select(change => new LifeEntry(change.On, $"{PlateWords.Of(plate.Kind)}{change.Says}：{plate.Text}（{plate.Number}）", "省级平台")
            {
                At = change.RecordedAt,
                Says = string.Join('\n', new[] { change.Reason, change.Evidence is null ? null : $"凭据：{change.Evidence}" }.OfType<string>()),
                Document = change.DocumentNumber,
                Tone = change.Status switch { PlateStatus.Valid => Tone.Ok, PlateStatus.Suspended => Tone.Wait, _ => Tone.Bad },
            })),
        ];
    }
}
