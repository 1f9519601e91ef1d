using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Establishment.Filing;

/// <summary>What the network says to a prospective node: where it may stand, whether it is there already, whether another application is under way.</summary>
internal sealed class Prospects(NetworkDb db, NodeDirectory directory, CurrentNode current)
{
    /// <summary>Everything against it that the form alone does not show.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(EstablishmentApplication application, CancellationToken ct) =>
    [
        .. Placement(application.Form.Prospect, await NodesAsync(ct)),
        .. await StaffElsewhereAsync(application, ct),
    ];

    /// <summary>Who has the place: a node, or another application.</summary>
    public async Task<Refusal?> TakenAsync(EstablishmentApplication application, CancellationToken ct)
    {
        var prospect = application.Form.Prospect;
        if ((await NodesAsync(ct)).FirstOrDefault(node => prospect.IsNode(node.Kind, node.DivisionCode, node.PlaceName, node.ShortName)) is { } node)
        {
            return EstablishmentRefusals.NodeExists(node.OfficialName ?? node.PlaceName);
        }

        var (id, key) = (application.Id, prospect.Key);
        var other = await db.Set<EstablishmentApplication>().Where(a => a.OpenKey == key && a.Id != id).Select(a => new { a.PersonId, a.Number }).FirstOrDefaultAsync(ct);
        return other is null ? null : EstablishmentRefusals.AlreadyOpen(other.PersonId == application.PersonId ? other.Number : null);
    }

    /// <summary>Fills in what follows from the rest: a city stands under the province, a park has its city's code where none is given.</summary>
    public async Task<Prospect> CompleteAsync(Prospect prospect, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        var placed = prospect is { Kind: NodeKind.City, Parent: "" } ? prospect with { Parent = current.Node.Slug } : prospect;
        return placed is { Kind: NodeKind.KeyPark or NodeKind.Workstation, DivisionCode: "" } && nodes.BySlug(placed.Parent) is { } parent ? placed with { DivisionCode = parent.DivisionCode } : placed;
    }

    /// <summary>Parents a node of this kind may have, those of its own territory first.</summary>
    public async Task<IReadOnlyList<FieldOption>> ParentsAsync(Prospect prospect, CancellationToken ct)
    {
        if (prospect.Kind is not { } kind)
        {
            return [new("", "先选要设立的平台并保存")];
        }

        var kinds = NodePlacement.ParentsOf(kind);
        var fitting = (await NodesAsync(ct)).Where(node => kinds.Contains(node.Kind)).OrderBy(node => node.DivisionCode, StringComparer.Ordinal).ThenBy(node => node.Kind).ToList();
        var own = prospect.DivisionCode.Length == 6 ? fitting.Where(node => PlacedUnder(prospect, node).IsDone).ToList() : [];
        return [new("", "请选择"), .. own.Concat(fitting.Except(own)).Select(node => new FieldOption(node.Slug, $"{node.PlaceName}（{NodeWords.Of(node.Kind)}）"))];
    }

    private static IEnumerable<Refusal> Placement(Prospect prospect, IReadOnlyList<Node> nodes)
    {
        if (prospect.Kind is null || prospect.Parent.Length == 0)
        {
            return [];
        }

        return nodes.FirstOrDefault(node => node.Slug == prospect.Parent) is { } parent
            ? prospect.DivisionCode.Length == 6 ? PlacedUnder(prospect, parent).Refusals.Select(refusal => refusal.At("parent")) : []
            : [EstablishmentRefusals.InvalidParent("没有这个上级平台，或者它已经摘牌。请从列出的里面选。")];
    }

    private static Outcome PlacedUnder(Prospect prospect, Node parent) =>
        prospect.Kind is { } kind ? NodePlacement.Check(kind, prospect.DivisionCode, new(parent.Kind, parent.DivisionCode, NodePath.Parse(parent.Path))) : Outcome.Done;

    /// <summary>Somebody who is full-time at another platform, in an application under way or in one that was accepted.</summary>
    private async Task<IEnumerable<Refusal>> StaffElsewhereAsync(EstablishmentApplication application, CancellationToken ct)
    {
        var mine = application.Form.Staff.Select(line => line.IdentityMark).OfType<string>().Distinct().ToList();
        if (mine.Count == 0)
        {
            return [];
        }

        var id = application.Id;
        var nodes = await directory.CurrentAsync(ct);
        var others = await db.Set<EstablishmentApplication>()
            .Where(a => a.Id != id && (a.OpenKey != null || a.Status == ApplicationStatus.Accepted) && a.FullTimeMarks.Any(mark => mine.Contains(mark)))
            .Select(a => new { a.FoundedSlug, a.FullTimeMarks })
            .ToListAsync(ct);
        var taken = others.Where(other => other.FoundedSlug is not { } slug || nodes.BySlug(slug) is null or { Status: not (NodeStatus.Delisted or NodeStatus.Merged) })
            .SelectMany(other => other.FullTimeMarks).ToHashSet(StringComparer.Ordinal);
        return application.Form.Staff.Index().Where(line => line.Item.IdentityMark is { } mark && taken.Contains(mark))
            .Select(line => EstablishmentRefusals.StaffDoubleCounted($"staff[{line.Index}].idNumber", line.Item.Name.Trim()));
    }

    private async Task<IReadOnlyList<Node>> NodesAsync(CancellationToken ct) =>
        [.. (await directory.CurrentAsync(ct)).All.Where(node => node.NetworkId == current.Id && node.Status is not (NodeStatus.Delisted or NodeStatus.Merged))];
}
