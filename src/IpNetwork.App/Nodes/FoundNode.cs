using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Nodes;

/// <summary>The province founds a node: the province's act, and the new node's first row and event.</summary>
internal sealed class FoundNode(NetworkDb db, UnitOfWork work, TreeWriter tree, CurrentNode acting, NetworkNaming naming, TimeProvider clock)
{
    public async Task<Outcome<string>> HandleAsync(FoundRequest request, Actor actor, CancellationToken ct) =>
        NodePolicy.MayFound(actor, acting.Node) is { } refusal
            ? refusal
            : await work.CommitAsync(actor, deed => ApplyAsync(request, nameMayWait: false, actor, deed, ct), ct);

    /// <param name="nameMayWait">Where no pattern fits, the name is fixed with the plate.</param>
    public async Task<Outcome<string>> ApplyAsync(FoundRequest request, bool nameMayWait, Actor actor, Deed deed, CancellationToken ct)
    {
        await tree.LockAsync(ct);
        var network = acting.Id;
        var parent = await db.Set<Node>().AsNoTracking().SingleOrDefaultAsync(n => n.Slug == request.Parent && n.NetworkId == network, ct);
        var order = request.Order.Order(actor.PersonId, clock.GetUtcNow());
        Refusal[] refusals =
        [
            .. Enum.TryParse<NodeKind>(request.Kind, out var kind) && Enum.IsDefined(kind) ? Array.Empty<Refusal>() : [NodeRefusals.UnknownKind()],
            .. parent is null ? [NodeRefusals.UnknownNode("parent")] : Array.Empty<Refusal>(),
            .. order.Refusals,
            .. await db.Set<Node>().AnyAsync(n => n.Slug == request.Slug, ct) ? [NodeRefusals.SlugTaken(request.Slug ?? "")] : Array.Empty<Refusal>(),
        ];
        if (refusals.Length > 0 || parent is null)
        {
            return Outcome.Refused<string>(refusals);
        }

        var names = await NamesAsync(request, kind, parent, ct);
        if (!names.IsDone && !nameMayWait)
        {
            return Outcome.Refused<string>(names.Refusals);
        }

        var unnamed = new NodeNames { PlaceName = request.PlaceName, ShortName = request.ShortName, DivisionCode = request.DivisionCode };

        var founded = Node.Found(
            new() { Id = await NextIdAsync(ct), Slug = request.Slug, Kind = kind, Names = names.IsDone ? names.Value : unnamed, FoundedOn = order.Value.EffectiveOn },
            parent, order.Value);
        if (!founded.IsDone)
        {
            return Outcome.Refused<string>(founded.Refusals);
        }

        var (node, entry) = founded.Value;
        var happening = new Happening("nodes.founded", "node", node.Slug, $"设立{node.ShortName}") { Reason = request.Order.Reason?.Trim() };
        await tree.AtAsync(NodeDirectory.Tenant(node), actor, happening, () => db.AddRange(node, entry), ct);
        deed.Happened(happening);
        deed.Announce(ChangeSignal.Nodes);
        return node.Slug;
    }

    private async Task<Outcome<NodeNames>> NamesAsync(FoundRequest request, NodeKind kind, Node parent, CancellationToken ct)
    {
        var above = parent.PathValue().Ids.ToList();
        var ladder = await db.Set<Node>().AsNoTracking().Where(n => above.Contains(n.Id)).ToListAsync(ct);
        return await naming.NamesAsync(request.Order, kind, request.Order.DivisionCode ?? "",
            ladder.Single(n => n.Kind == NodeKind.Province), ladder.SingleOrDefault(n => n.Kind == NodeKind.City), ct);
    }

    // Under the lock of the tree, so that two foundings do not take the same. Nodes are never removed: no number comes back.
    private async Task<NodeId> NextIdAsync(CancellationToken ct)
    {
        var last = await db.Set<Node>().OrderByDescending(n => n.Id).Select(n => n.Id).FirstAsync(ct);
        return new(Math.Max(last.Value + 1, Founding.FirstAllocatedId));
    }
}

/// <summary>A node to be founded as it was sent.</summary>
internal sealed record FoundRequest
{
    public string? Kind { get; init; }
    public string? Parent { get; init; }
    public string? Slug { get; init; }
    public string? PlaceName { get; init; }
    public string? ShortName { get; init; }
    public string? DivisionCode { get; init; }
    public string? OfficialName { get; init; }
    public string? Approver { get; init; }
    public string? EffectiveOn { get; init; }
    public string? Reason { get; init; }
    public string? DocumentNumber { get; init; }

    public OrderRequest Order => new()
    {
        PlaceName = PlaceName,
        ShortName = ShortName,
        DivisionCode = DivisionCode,
        OfficialName = OfficialName,
        Approver = Approver,
        EffectiveOn = EffectiveOn,
        Reason = Reason,
        DocumentNumber = DocumentNumber,
    };

    public static FoundRequest Of(IFormCollection form) => new()
    {
        Kind = form["kind"],
        Parent = form["parent"],
        Slug = form["slug"],
        PlaceName = form["placeName"],
        ShortName = form["shortName"],
        DivisionCode = form["divisionCode"],
        OfficialName = string.IsNullOrWhiteSpace(form["officialName"]) ? null : form["officialName"].ToString(),
        Approver = form["approver"],
        EffectiveOn = form["effectiveOn"],
        Reason = form["reason"],
        DocumentNumber = form["documentNumber"],
    };
}
