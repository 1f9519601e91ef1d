using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Nodes;

/// <summary>A node of the network: a platform or workstation, and a tenant.</summary>
public sealed class Node
{
    private Node()
    {
    }

    public NodeId Id { get; private set; }

    public string Slug { get; private set; } = "";

    public NodeKind Kind { get; private set; }

    public NodeId? ParentId { get; private set; }

    public string Path { get; private set; } = "";

    /// <summary>The province at the top of its tree.</summary>
    public NodeId NetworkId { get; private set; }

    public NodeStatus Status { get; private set; }

    public string DivisionCode { get; private set; } = "";

    public string PlaceName { get; private set; } = "";

    public string ShortName { get; private set; } = "";

    public string? OfficialName { get; private set; }

    public string? OfficialNameRule { get; private set; }

    public string? OfficialNameDocument { get; private set; }

    public string? HostName { get; private set; }

    public bool IsSample { get; private set; }

    public DateOnly FoundedOn { get; private set; }

    public DateOnly? PlatedOn { get; private set; }

    public DateOnly? SuspendedUntil { get; private set; }

    /// <summary>Where a suspended node returns to.</summary>
    public NodeStatus? SuspendedFrom { get; private set; }

    public NodeId? MergedInto { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public bool IsOpenToPublic => Status is NodeStatus.Operating or NodeStatus.Rectifying;

    private bool IsGone => Status is NodeStatus.Delisted or NodeStatus.Merged;

    public static Outcome<FoundedNode> Found(Founding founding, Node? parent, NodeOrder order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(founding.Id.Value, 1);

        Refusal[] refusals =
        [
            .. Nodes.Slug.Parse(founding.Slug).Refusals,
            .. founding.Names.Refusals(),
            .. founding.HostName is { } host && !IsHostName(host) ? [NodeRefusals.BadHostName()] : Array.Empty<Refusal>(),
            .. NodePlacement.Check(founding.Kind, founding.Names.DivisionCode ?? "", parent?.Place()).Refusals,
            .. parent is { IsGone: true } ? [NodeRefusals.ParentGone()] : Array.Empty<Refusal>(),
            .. order.RefusalsFor(founding.FoundedOn),
        ];
        if (refusals.Length > 0)
        {
            return Outcome.Refused<FoundedNode>(refusals);
        }

        var node = new Node
        {
            Id = founding.Id,
            Slug = founding.Slug ?? "",
            Kind = founding.Kind,
            ParentId = parent?.Id,
            Path = (parent is null ? NodePath.Root(founding.Id) : parent.PathValue().Child(founding.Id)).Text,
            NetworkId = parent?.NetworkId ?? founding.Id,
            Status = NodeStatus.Qualified,
            HostName = founding.HostName?.ToLowerInvariant(),
            IsSample = founding.IsSample,
            FoundedOn = founding.FoundedOn,
        };
        node.Take(founding.Names);
        node.UpdatedAt = order.RecordedAt.ToUniversalTime();
        return new FoundedNode(node, NodeHistoryEntry.Of(node.Id, NodeAspect.Founding, null, node.PlaceName, order));
    }

    public NodePath PathValue() => NodePath.Parse(Path);

    /// <summary>Opens to the public; the plate's day is null where no record confirms it.</summary>
    public Outcome<NodeHistoryEntry[]> Operate(DateOnly? platedOn, NodeOrder order)
    {
        Refusal[] refusals =
        [
            .. order.RefusalsFor(FoundedOn),
            .. Status == NodeStatus.Qualified ? Array.Empty<Refusal>() : [NodeRefusals.WrongStatus(Status, "投入运行")],
            .. platedOn < FoundedOn ? [NodeRefusals.PlatedBeforeFounding(platedOn.Value, FoundedOn)] : Array.Empty<Refusal>(),
        ];
        return Apply(refusals, order, () => (Status, PlatedOn) = (NodeStatus.Operating, platedOn));
    }

    /// <summary>Under another parent, with its own division code when the territory changed hands. Its descendants <see cref="Follow"/>.</summary>
    public Outcome<NodeHistoryEntry[]> Move(Node newParent, NodeOrder order, string? divisionCode = null)
    {
        var code = divisionCode ?? DivisionCode;
        Refusal[] refusals =
        [
            .. order.RefusalsFor(FoundedOn),
            .. Status == NodeStatus.Merged ? [NodeRefusals.WrongStatus(Status, "调整上级")] : Array.Empty<Refusal>(),
            .. NodePlacement.Check(Kind, code, newParent.Place()).Refusals,
            .. newParent.IsGone ? [NodeRefusals.ParentGone()] : Array.Empty<Refusal>(),
            .. newParent.NetworkId != NetworkId ? [NodeRefusals.OtherNetwork()] : Array.Empty<Refusal>(),
            .. PathValue().Covers(newParent.PathValue()) ? [NodeRefusals.BelowItself()] : Array.Empty<Refusal>(),
            .. newParent.Id == ParentId ? [NodeRefusals.NothingChanges()] : Array.Empty<Refusal>(),
        ];
        return Apply(refusals, order, () => (ParentId, Path, DivisionCode) = (newParent.Id, newParent.PathValue().Child(Id).Text, code));
    }

    /// <summary>An ancestor moved: only the path changes.</summary>
    public NodeHistoryEntry Follow(NodePath from, NodePath to, NodeOrder order)
    {
        var old = Path;
        Path = PathValue().Rebase(from, to).Text;
        UpdatedAt = order.RecordedAt.ToUniversalTime();
        return NodeHistoryEntry.Of(Id, NodeAspect.Path, old, Path, order);
    }

    public Outcome<NodeHistoryEntry[]> Rename(NodeNames names, Node? parent, NodeOrder order)
    {
        if (parent?.Id != ParentId)
        {
            throw new ArgumentException($"{parent?.Id} is not the parent of {Id}.", nameof(parent));
        }

        Refusal[] refusals =
        [
            .. order.RefusalsFor(FoundedOn),
            .. Status == NodeStatus.Merged ? [NodeRefusals.WrongStatus(Status, "更名")] : Array.Empty<Refusal>(),
            .. names.Refusals(),
            .. names.DivisionCode == DivisionCode ? [] : NodePlacement.Check(Kind, names.DivisionCode ?? "", parent?.Place()).Refusals,
        ];
        return Apply(refusals, order, () => Take(names));
    }

    /// <summary>Ends in another node, which carries its work on; what hangs below it must have been moved before.</summary>
    public Outcome<NodeHistoryEntry[]> Merge(Node into, bool hasChildren, NodeOrder order)
    {
        Refusal[] refusals =
        [
            .. order.RefusalsFor(FoundedOn),
            .. Status == NodeStatus.Merged ? [NodeRefusals.WrongStatus(Status, "合并")] : Array.Empty<Refusal>(),
            .. Kind == NodeKind.Province ? [NodeRefusals.ProvinceCannotMerge()] : Array.Empty<Refusal>(),
            .. into.Id == Id || into.IsGone || into.NetworkId != NetworkId ? [NodeRefusals.CannotMergeInto()] : Array.Empty<Refusal>(),
            .. hasChildren ? [NodeRefusals.HasChildren()] : Array.Empty<Refusal>(),
        ];
        return Apply(refusals, order, () => (Status, MergedInto, SuspendedFrom, SuspendedUntil) = (NodeStatus.Merged, into.Id, null, null));
    }

    public Outcome<NodeHistoryEntry[]> Suspend(DateOnly until, NodeOrder order)
    {
        Refusal[] refusals =
        [
            .. order.RefusalsFor(FoundedOn),
            .. IsOpenToPublic ? Array.Empty<Refusal>() : [NodeRefusals.WrongStatus(Status, "暂停")],
            .. until < order.EffectiveOn ? [NodeRefusals.SuspensionEndsBeforeItBegins(until, order.EffectiveOn)] : Array.Empty<Refusal>(),
        ];
        return Apply(refusals, order, () => (SuspendedFrom, Status, SuspendedUntil) = (Status, NodeStatus.Suspended, until));
    }

    public Outcome<NodeHistoryEntry[]> Resume(NodeOrder order)
    {
        Refusal[] refusals =
        [
            .. order.RefusalsFor(FoundedOn),
            .. Status == NodeStatus.Suspended ? Array.Empty<Refusal>() : [NodeRefusals.WrongStatus(Status, "恢复运行")],
        ];
        return Apply(refusals, order, () => (Status, SuspendedFrom, SuspendedUntil) = (SuspendedFrom ?? NodeStatus.Operating, null, null));
    }

    /// <summary>Answers under a host name of its own; null gives it up. The path with its slug stays.</summary>
    public Outcome<NodeHistoryEntry[]> UseHostName(string? hostName, NodeOrder order)
    {
        var host = string.IsNullOrWhiteSpace(hostName) ? null : hostName.Trim().ToLowerInvariant();
        Refusal[] refusals =
        [
            .. order.RefusalsFor(FoundedOn),
            .. Status == NodeStatus.Merged ? [NodeRefusals.WrongStatus(Status, "启用域名")] : Array.Empty<Refusal>(),
            .. host is null || IsHostName(host) ? Array.Empty<Refusal>() : [NodeRefusals.BadHostName()],
        ];
        return Apply(refusals, order, () => HostName = host);
    }

    // A single label is a machine of the local network, not a public name.
    private static bool IsHostName(string host) => host.Length <= 253 && host.Contains('.') && Uri.CheckHostName(host) == UriHostNameType.Dns;

    private Place Place() => new(Kind, DivisionCode, PathValue());

    private void Take(NodeNames names)
    {
        DivisionCode = names.DivisionCode ?? "";
        PlaceName = Nodes.OfficialName.Normalize(names.PlaceName);
        ShortName = Nodes.OfficialName.Normalize(names.ShortName);
        (OfficialName, OfficialNameRule) = (names.Official?.Text, names.Official?.Rule);
        OfficialNameDocument = names.OfficialDocument ?? names.Official?.Inputs.GetValueOrDefault("document");
    }

    private Outcome<NodeHistoryEntry[]> Apply(Refusal[] refusals, NodeOrder order, Action change)
    {
        if (refusals.Length > 0)
        {
            return Outcome.Refused<NodeHistoryEntry[]>(refusals);
        }

        var before = Aspects();
        change();
        NodeHistoryEntry[] entries =
        [
            .. before.Zip(Aspects())
                .Where(pair => pair.First.Text != pair.Second.Text)
                .Select(pair => NodeHistoryEntry.Of(Id, pair.First.Aspect, pair.First.Text, pair.Second.Text, order)),
        ];
        if (entries.Length == 0)
        {
            return NodeRefusals.NothingChanges();
        }

        UpdatedAt = order.RecordedAt.ToUniversalTime();
        return entries;
    }

    private (NodeAspect Aspect, string? Text)[] Aspects() =>
    [
        (NodeAspect.PlaceName, PlaceName),
        (NodeAspect.ShortName, ShortName),
        (NodeAspect.OfficialName, OfficialName),
        (NodeAspect.OfficialNameRule, OfficialNameRule),
        (NodeAspect.OfficialNameDocument, OfficialNameDocument),
        (NodeAspect.DivisionCode, DivisionCode),
        (NodeAspect.Parent, ParentId?.ToString()),
        (NodeAspect.Path, Path),
        (NodeAspect.Status, Status.ToString()),
        (NodeAspect.SuspendedUntil, SuspendedUntil is { } until ? $"{until:O}" : null),
        (NodeAspect.PlatedOn, PlatedOn is { } plated ? $"{plated:O}" : null),
        (NodeAspect.MergedInto, MergedInto?.ToString()),
        (NodeAspect.HostName, HostName),
    ];
}
