using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Plates;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Plates;

/// <summary>A node that got another name, or ended in another, no longer stands on its old plate: the text stays in the register with its dates (NET-07).</summary>
internal sealed class PlateUpkeep : IEventHandler
{
    public bool Handles(string topic) => topic is "nodes.renamed" or "nodes.merged";

    public async Task HandleAsync(NodeEvent happened, IServiceProvider inNodeContext, CancellationToken ct)
    {
        var db = inNodeContext.GetRequiredService<NetworkDb>();
        var id = happened.NodeId;
        if (await EndedAsync(db, id, ct) is null)
        {
            return;
        }

        await inNodeContext.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("牌匾登记", id), async deed =>
        {
            await NamedLock.TakeAsync(db, TreeWriter.LockName, ct);
            if (await EndedAsync(db, id, ct) is not var (plates, ending, entry))
            {
                return PlateRefusals.AlreadyDown();
            }

            var issued = new NodePlates(plates).Platform?.IssuedOn;
            var order = new PlateOrder
            {
                DocumentNumber = entry.DocumentNumber,
                OrderedOn = entry.EffectiveOn,
                EffectiveOn = entry.EffectiveOn < issued ? issued.Value : entry.EffectiveOn,
                Reason = entry.Reason,
                RecordedAt = happened.At,
            };
            var ended = new NodePlates(plates).End(ending, order);
            if (ended.IsDone)
            {
                deed.Happened(new("plates.ended", "plate", ended.Value[0].Number, $"{(ending is PlateEnding.Merger ? "平台并入" : "平台更名")}，停用牌匾：{ended.Value[0].Text}")
                {
                    Reason = entry.Reason,
                    Detail = new { Plates = ended.Value.Select(plate => new { plate.Number, plate.Status }) },
                });
            }

            return ended.IsDone ? Outcome.Done : Outcome.Refused(ended.Refusals);
        }, ct);
    }

    /// <summary>Null where the hanging plate still fits its node; so a second delivery of the same event finds nothing to do.</summary>
    private static async Task<(List<Plate> Plates, PlateEnding Ending, NodeHistoryEntry Entry)?> EndedAsync(NetworkDb db, NodeId id, CancellationToken ct)
    {
        var node = await db.Set<Node>().AsNoTracking().SingleAsync(n => n.Id == id, ct);
        var plates = await db.Set<Plate>().Where(p => p.NodeId == id).ToListAsync(ct);
        if (new NodePlates(plates).Platform is not { } hanging || (node.Status is not NodeStatus.Merged && node.OfficialName == hanging.Text))
        {
            return null;
        }

        var (ending, aspect) = node.Status is NodeStatus.Merged ? (PlateEnding.Merger, NodeAspect.MergedInto) : (PlateEnding.Renaming, NodeAspect.OfficialName);
        var entry = await db.Set<NodeHistoryEntry>().AsNoTracking().Where(h => h.NodeId == id && h.Aspect == aspect).OrderByDescending(h => h.RecordedAt).FirstOrDefaultAsync(ct);
        return entry is null ? null : (plates, ending, entry);
    }
}
