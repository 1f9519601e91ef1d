using IpNetwork.App.Shell;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Nodes;

/// <summary>Founding, names, places and standing, as the register keeps them.</summary>
internal sealed class NodeLife(ShowHistory history) : INodeLife
{
    public async Task<IReadOnlyList<LifeEntry>> OfAsync(LifeReading reading, CancellationToken ct) =>
        [.. (await history.OfAsync(reading.Node.Id, ct)).Select(h => new LifeEntry(h.EffectiveOn, h.Aspect is NodeAspect.Founding ? $"设立{h.To}" : $"{h.What}：{h.From} → {h.To}", h.By) { At = h.RecordedAt, Says = h.Reason, Document = h.DocumentNumber })];
}
