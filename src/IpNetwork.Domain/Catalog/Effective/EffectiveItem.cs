using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog.Effective;

/// <summary>An item as it holds at one node at one instant.</summary>
public sealed class EffectiveItem
{
    private readonly CatalogNode node;

    internal EffectiveItem(CatalogNode node, BaseItemVersion version, OfferingVersion? offering)
    {
        (this.node, Base, Offering) = (node, version, offering);
        (Code, Content, State, Version, InForceSince, OwnedBy) =
            (version.ItemCode, version.Content, version.State, version.Version, version.EffectiveAt, version.NodeId);
        Reading = version.Reading;
        Local = offering?.Local ?? LocalFields.None;
        Missing = offering is null ? Reading.NeededLocally : Reading.MissingIn(Local);
        Tightening = offering?.Tightening ?? Tightening.None;
        SetAside = Tightening.IsNone ? [] : TighteningRules.SetAsideBy(Tightening, Content, Reading);
    }

    internal EffectiveItem(CatalogNode node, OwnItemVersion version)
    {
        (this.node, Own) = (node, version);
        (Code, Content, State, Version, InForceSince, OwnedBy) =
            (version.ItemCode, version.Content, version.State, version.Version, version.EffectiveAt, version.NodeId);
        Reading = version.Reading;
        Local = version.Local;
        Missing = Reading.MissingIn(Local);
        Tightening = Tightening.None;
        SetAside = [];
    }

    public string Code { get; }

    public string Name => Content.Name;

    public ItemContent Content { get; }

    public ItemState State { get; }

    /// <summary>Why the version in force is as it is; said publicly when an item is suspended or cancelled.</summary>
    public string Reason => Base?.Reason ?? Own!.Reason;

    public int Version { get; }

    public DateTimeOffset InForceSince { get; }

    /// <summary>The province, or the node whose own item it is.</summary>
    public NodeId OwnedBy { get; }

    /// <summary>A value-added item of a node, not one of the province's.</summary>
    public bool IsPersonalised => Own is not null;

    /// <summary>Another node's own item, shared downward.</summary>
    public bool IsShared => IsPersonalised && OwnedBy != node.Id;

    public BaseItemVersion? Base { get; }

    public OfferingVersion? Offering { get; }

    public OwnItemVersion? Own { get; }

    public LocalFields Local { get; }

    /// <summary>Local values overtaken by the province, which the node has to decide about.</summary>
    public IReadOnlyList<SetAside> SetAside { get; }

    /// <summary>The local fields still to be filled.</summary>
    public IReadOnlyList<CatalogField> Missing { get; }

    public bool IsLocalised => Missing.Count == 0;

    /// <summary>People can have it here now.</summary>
    public bool IsOffered => State is ItemState.InUse && IsLocalised && node.Standing is CatalogStanding.Serving;

    public bool IsSample => Content.IsSample || Offering is { IsSample: true };

    /// <summary>The version that comes next, of the item itself or of the node's offering.</summary>
    public UpcomingChange? Next { get; internal init; }

    public ItemStamp Stamp => new(Code, OwnedBy, Version, Offering?.Version);

    public int? CommittedLimit =>
        Reading.OpensLimit && Tightening.CommittedLimit is { } own && !(own > Content.CommittedLimit) ? own : Content.CommittedLimit;

    public int? Visits => Reading.OpensVisits && Tightening.Visits is { } own && !(own > Content.Visits) ? own : Content.Visits;

    public IReadOnlyList<RequiredDocument> Materials =>
        Waives ? field ??= [.. (Content.Materials ?? []).Where(material => !Tightening.WaivedMaterials.Contains(material.Code))] : Content.Materials ?? [];

    public IReadOnlyList<RequiredDocument> WaivedMaterials =>
        Waives ? field ??= [.. (Content.Materials ?? []).Where(material => Tightening.WaivedMaterials.Contains(material.Code))] : [];

    /// <summary>Every field with its value and where it comes from, in the order pages show them.</summary>
    public IReadOnlyList<EffectiveField> Fields =>
        field ??= [.. CatalogFields.All.Concat(Content.Extra.Keys.Order(StringComparer.Ordinal).Select(CatalogField.Open)).Select(Resolve)];

    internal ContentReading Reading { get; }

    internal Tightening Tightening { get; }

    private bool Waives => Tightening.WaivedMaterials.Count > 0 && Reading.OpensMaterials;

    public EffectiveField Resolve(CatalogField field)
    {
        if (IsPersonalised)
        {
            var value = field.Governance is Governance.Local ? field.Read(Local) : field.Read(Content);
            return new(field, value, IsShared ? Governance.Locked : Governance.Local, new(OwnedBy, OriginKind.Own));
        }

        if (field.Governance is Governance.Local)
        {
            return new(field, field.Read(Local), Governance.Local, new(node.Id, OriginKind.Node));
        }

        var province = field.Read(Content);
        var setAside = SetAside.FirstOrDefault(value => value.Field == field);
        return setAside is null && IsTightened(field)
            ? new(field, Effective(field), Governance.TightenOnly, new(node.Id, OriginKind.Tightened), province)
            : new(field, province, field.GovernanceIn(Content), new(OwnedBy, OriginKind.Province), SetAside: setAside);
    }

    /// <summary>The node's promise is in force and says more than the province's value.</summary>
    public bool IsTightened(CatalogField field) => field.Name switch
    {
        "committedLimit" => CommittedLimit != Content.CommittedLimit,
        "visits" => Visits != Content.Visits,
        "materials" => WaivedMaterials.Count > 0,
        _ => false,
    };

    private string? Effective(CatalogField field) => field.Name switch
    {
        "committedLimit" => CatalogWords.Workdays(CommittedLimit!.Value),
        "visits" => CatalogWords.Visits(Visits!.Value),
        _ => CatalogFields.ReadMaterials(Materials),
    };
}

/// <summary>The versions a case is accepted under and keeps (CAT-08).</summary>
public sealed record ItemStamp(string Code, NodeId OwnedBy, int Version, int? OfferingVersion);

/// <param name="State">The state the item will be in; null when only the node's offering changes.</param>
public sealed record UpcomingChange(DateTimeOffset At, int Version, ItemState? State);
