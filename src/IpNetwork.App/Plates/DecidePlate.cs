using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Plates;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Plates;

/// <summary>The second of the two people. An approval hangs the plate and, where it is a platform's own, opens the node in the same transaction.</summary>
internal sealed class DecidePlate(NetworkDb db, UnitOfWork work, TreeWriter tree, PlateDesk desk, TimeProvider clock)
{
    /// <returns>The plate's number; null where the address names no proposal.</returns>
    public async Task<Outcome<string>?> ApproveAsync(Guid id, string? opinion, IfMatch version, Actor actor, CancellationToken ct) =>
        await db.Set<PlateProposal>().AnyAsync(p => p.Id == id, ct)
            ? await work.CommitAsync(actor, deed => HangAsync(id, opinion, version, actor, deed, ct), ct)
            : default(Outcome<string>?);

    public Task<Outcome?> DeclineAsync(Guid id, string? opinion, IfMatch version, Actor actor, CancellationToken ct) =>
        EndAsync(id, version, actor, proposal => proposal.Decline(opinion, By(actor)), new("plates.declined", "plate-proposal", $"{id}", "不批准牌匾") { Reason = opinion?.Trim() }, ct);

    public Task<Outcome?> WithdrawAsync(Guid id, IfMatch version, Actor actor, CancellationToken ct) =>
        EndAsync(id, version, actor, proposal => proposal.Withdraw(By(actor)), new("plates.withdrawn", "plate-proposal", $"{id}", "撤回牌匾"), ct);

    private async Task<Outcome<string>> HangAsync(Guid id, string? opinion, IfMatch version, Actor actor, Deed deed, CancellationToken ct)
    {
        await tree.LockAsync(ct);
        var proposal = await FindAsync(id, version, ct);
        var node = await db.Set<Node>().SingleAsync(n => n.Id == proposal.SubjectNodeId, ct);
        var parent = await db.Set<Node>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == node.ParentId, ct);
        var order = new NodeOrder { EffectiveOn = proposal.IssuedOn, Reason = "挂牌", DocumentNumber = proposal.DocumentNumber, RecordedAt = clock.GetUtcNow(), RecordedBy = actor.PersonId };
        var approved = proposal.Approve(opinion, PlateDesk.Of(node), await desk.RegisterAsync(ct), (await desk.RulesAsync(ct)).Numbering, By(actor));
        if (!approved.IsDone)
        {
            return Outcome.Refused<string>(approved.Refusals);
        }

        // Tried on a copy: the row itself changes only in its own node's context.
        var plate = approved.Value;
        var trial = Open(await db.Set<Node>().AsNoTracking().SingleAsync(n => n.Id == node.Id, ct), parent, plate, order);
        if (!trial.IsDone)
        {
            return Outcome.Refused<string>(trial.Refusals);
        }

        await db.SaveChangesAsync(ct);
        await tree.AtAsync(NodeDirectory.Tenant(node), actor, Issued(plate, node), () =>
        {
            db.AddRange(Open(node, parent, plate, order).Value);
            db.Add(plate);
        }, ct);
        deed.Happened(new("plates.approved", "plate-proposal", $"{id}", $"批准牌匾 {plate.Number}：{plate.Text}") { Reason = proposal.Opinion, Detail = new { plate.Number, Node = node.Slug } });
        deed.Announce(ChangeSignal.Nodes);
        return plate.Number;
    }

    private async Task<Outcome?> EndAsync(Guid id, IfMatch version, Actor actor, Func<PlateProposal, Outcome> end, Happening happening, CancellationToken ct)
    {
        if (!await db.Set<PlateProposal>().AnyAsync(p => p.Id == id, ct))
        {
            return null;
        }

        return await work.CommitAsync(actor, async deed =>
        {
            var proposal = await FindAsync(id, version, ct);
            deed.Happened(happening with { Summary = $"{happening.Summary}：{proposal.Text}" });
            return end(proposal);
        }, ct);
    }

    private async Task<PlateProposal> FindAsync(Guid id, IfMatch version, CancellationToken ct)
    {
        var proposal = await db.Set<PlateProposal>().SingleAsync(p => p.Id == id, ct);
        db.Entry(proposal).Property<uint>("xmin").OriginalValue = version.Version;
        return proposal;
    }

    /// <summary>A platform's own plate names its node, and opens one that was waiting for it.</summary>
    private static Outcome<NodeHistoryEntry[]> Open(Node node, Node? parent, Plate plate, NodeOrder order)
    {
        if (plate.Kind is PlateKind.Function)
        {
            return Array.Empty<NodeHistoryEntry>();
        }

        var named = node.OfficialName == plate.Text ? Array.Empty<NodeHistoryEntry>() : node.Rename(Names(node, plate), parent, order);
        var opened = node.Status is not NodeStatus.Qualified ? Array.Empty<NodeHistoryEntry>() : node.Operate(plate.IssuedOn, order);
        return named.IsDone && opened.IsDone
            ? named.Value.Concat(opened.Value).ToArray()
            : Outcome.Refused<NodeHistoryEntry[]>([.. named.Refusals, .. opened.Refusals]);
    }

    private static NodeNames Names(Node node, Plate plate) => new()
    {
        PlaceName = node.PlaceName,
        ShortName = node.ShortName,
        DivisionCode = node.DivisionCode,
        Official = new(plate.Text, plate.Rule, plate.Inputs.Values),
        OfficialDocument = plate.Inputs.Values.GetValueOrDefault("document") ?? plate.DocumentNumber,
    };

    private static Happening Issued(Plate plate, Node node) =>
        new("plates.issued", "plate", plate.Number, plate.Kind is PlateKind.Platform ? $"挂牌：{plate.Text}，编号 {plate.Number}" : $"授牌：{plate.Text}，编号 {plate.Number}")
        {
            Detail = new { plate.Number, plate.Kind, plate.Text, plate.Rule, Node = node.Slug, plate.IssuedOn, plate.DocumentNumber, plate.Function },
        };

    private Hand By(Actor actor) => new(actor.PersonId ?? throw new InvalidOperationException("Plates are decided by people."), actor.Name, clock.GetUtcNow());
}

/// <param name="Opinion">Needed where the answer is no.</param>
internal sealed record PlateDecision(string? Opinion);
