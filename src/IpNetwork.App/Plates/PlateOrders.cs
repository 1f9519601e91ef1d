using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Plates;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Plates;

/// <summary>Something the province can order about a hanging plate.</summary>
/// <param name="Noun">Last segment of its address.</param>
/// <param name="Verb">As the audit trail names it.</param>
internal sealed record PlateAct(string Noun, string Verb, string Title, Func<NodePlates, Plate, PlateOrder, Outcome> Apply)
{
    /// <summary>PLT-06: with a platform's plate its node's functions stop; a function's plate comes down alone.</summary>
    public static PlateAct TakingDown { get; } = new("taking-down", "plates.taken-down", "摘牌", (plates, plate, order) =>
        plate.Kind is PlateKind.Function ? plates.TakeDownFunction(plate.Number, order)
        : plates.Platform != plate ? PlateRefusals.AlreadyDown()
        : plates.TakeDown(order) is { IsDone: false } refused ? Outcome.Refused(refused.Refusals) : Outcome.Done);

    public static PlateAct Restoration { get; } = new("restoration", "plates.restored", "恢复", (plates, plate, order) => plates.Restore(plate.Number, order));

    public static IReadOnlyList<PlateAct> All { get; } = [TakingDown, Restoration];
}

/// <summary>Carries out an order about a plate as the plate's own node, with the province's actor.</summary>
internal sealed class PlateOrders(NetworkDb db, NodeDirectory directory, NodeScopes scopes, CurrentNode acting, RequestKey key, TimeProvider clock)
{
    /// <returns>Null where the address names no plate of the network.</returns>
    public async Task<Outcome?> CarryOutAsync(PlateAct act, string number, PlateOrderRequest request, Actor actor, IfMatch version, CancellationToken ct)
    {
        var network = acting.Id;
        var found = await db.Set<Plate>().AsNoTracking().Where(p => p.NetworkId == network && p.Number == number).Select(p => new { p.NodeId }).SingleOrDefaultAsync(ct);
        if (found is null || (await directory.CurrentAsync(ct)).ById(found.NodeId) is not { } node)
        {
            return null;
        }

        return await scopes.RunAsync(NodeDirectory.Tenant(node), async services =>
        {
            var ownKey = services.GetRequiredService<RequestKey>();
            if (key.Key is { } sent)
            {
                ownKey.Set(sent, key.Route, key.Fingerprint);
            }

            var atNode = services.GetRequiredService<NetworkDb>();
            var outcome = await services.GetRequiredService<UnitOfWork>().CommitAsync(actor, deed => ApplyAsync(atNode, node.Id, act, number, request, version, deed, ct), ct);
            key.IsReplay = ownKey.IsReplay;
            return outcome;
        });
    }

    private async Task<Outcome> ApplyAsync(NetworkDb atNode, NodeId node, PlateAct act, string number, PlateOrderRequest request, IfMatch version, Deed deed, CancellationToken ct)
    {
        await NamedLock.TakeAsync(atNode, TreeWriter.LockName, ct);
        var order = Order(request);
        if (!order.IsDone)
        {
            return Outcome.Refused(order.Refusals);
        }

        var plates = await atNode.Set<Plate>().Where(p => p.NodeId == node).ToListAsync(ct);
        var plate = plates.Single(p => p.Number == number);
        atNode.Entry(plate).Property<uint>("xmin").OriginalValue = version.Version;
        var outcome = act.Apply(new(plates), plate, order.Value);
        var suspended = plates.Where(p => p != plate && p.History.Changes[^1].RecordedAt == order.Value.RecordedAt).Select(p => p.Number).ToList();
        deed.Happened(new(act.Verb, "plate", number, suspended.Count == 0 ? $"{act.Title}：{plate.Text}" : $"{act.Title}：{plate.Text}；{suspended.Count} 块服务功能牌匾暂停，等候逐块处理")
        {
            Reason = order.Value.Reason?.Trim(),
            Detail = new { number, plate.Status, order.Value.DocumentNumber, order.Value.OrderedOn, order.Value.EffectiveOn, order.Value.Evidence, suspended },
        });
        return outcome;
    }

    private Outcome<PlateOrder> Order(PlateOrderRequest request)
    {
        var (ordered, effective) = (PlateRequest.Day(request.OrderedOn), PlateRequest.Day(request.EffectiveOn));
        Refusal[] refusals =
        [
            .. ordered is null ? [PlateRefusals.BadDay("orderedOn")] : Array.Empty<Refusal>(),
            .. effective is null ? [PlateRefusals.BadDay("effectiveOn")] : Array.Empty<Refusal>(),
        ];
        return ordered is { } orderedOn && effective is { } effectiveOn
            ? new PlateOrder { DocumentNumber = request.DocumentNumber, OrderedOn = orderedOn, EffectiveOn = effectiveOn, Reason = request.Reason, Evidence = request.Evidence, RecordedAt = clock.GetUtcNow() }
            : Outcome.Refused<PlateOrder>(refusals);
    }
}
