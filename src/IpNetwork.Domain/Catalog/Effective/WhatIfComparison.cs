using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog.Effective;

/// <summary>Compares the catalog with and without the candidate, node by node.</summary>
internal sealed class WhatIfComparison(BaseItemVersion candidate)
{
    private readonly List<NodeId> reached = [];
    private readonly List<NodeId> gaining = [];
    private readonly List<NodeId> losing = [];
    private readonly List<NodeId> touched = [];
    private readonly List<NodeId> noLongerLocalised = [];
    private readonly List<NodeConflict> arising = [];
    private readonly List<NodeConflict> resolved = [];
    private readonly List<NodeItem> superseded = [];

    public void Add(EffectiveCatalog before, BaseCatalog changed)
    {
        var node = before.Node.Id;
        var after = new EffectiveCatalog(changed, before.NodeCatalog, []);
        var old = Held(before, candidate.EffectiveAt);
        var next = Held(after, candidate.EffectiveAt);
        if (next is not null)
        {
            reached.Add(node);
        }

        if (old is null && next is not null)
        {
            gaining.Add(node);
        }
        else if (old is not null && next is null)
        {
            losing.Add(node);
        }

        AddOffering(before, after, old, next);
        AddOwnItems(before);
    }

    public WhatIf Conclude(BaseCatalog? province)
    {
        var history = province?.History(candidate.ItemCode);
        var current = history?.At(candidate.EffectiveAt);
        return new()
        {
            Candidate = candidate,
            Changes = FieldDifference.Between(current?.Content, candidate.Content),
            StateBefore = current?.State,
            Reached = reached,
            Gaining = gaining,
            Losing = losing,
            OfferingsTouched = touched,
            NoLongerLocalised = noLongerLocalised,
            NewConflicts = arising,
            ResolvedConflicts = resolved,
            TakenBack = history?.TakenBackBy(candidate) ?? [],
            OwnItemsSuperseded = superseded,
            LeavesBundle = current?.Content.Bundle.Number is not null
                && (candidate.Content.Bundle.Number is null || candidate.State is ItemState.Cancelled),
        };
    }

    private EffectiveItem? Held(EffectiveCatalog catalog, DateTimeOffset instant) =>
        catalog.Find(candidate.ItemCode, instant) is { IsPersonalised: false, State: not ItemState.Cancelled } item ? item : null;

    private void AddOffering(EffectiveCatalog before, EffectiveCatalog after, EffectiveItem? old, EffectiveItem? next)
    {
        if (before.NodeCatalog.Offering(candidate.ItemCode) is not { } offerings || (old is null && next is null))
        {
            return;
        }

        var node = before.Node.Id;
        touched.Add(node);
        if (old is { IsLocalised: true } && next is { IsLocalised: false })
        {
            noLongerLocalised.Add(node);
        }

        // A promise published ahead can collide only when it begins, so those days are looked at too.
        var instants = offerings.Line.Select(version => version.EffectiveAt).Where(day => day > candidate.EffectiveAt).Prepend(candidate.EffectiveAt);
        foreach (var instant in instants)
        {
            var was = Held(before, instant)?.SetAside ?? [];
            var will = Held(after, instant)?.SetAside ?? [];
            AddNew(arising, node, will, was);
            AddNew(resolved, node, was, will);
        }
    }

    private static void AddNew(List<NodeConflict> list, NodeId node, IReadOnlyList<SetAside> values, IReadOnlyList<SetAside> known)
    {
        foreach (var value in values)
        {
            if (known.All(other => other.Field != value.Field) && !list.Any(added => added.NodeId == node && added.Value.Field == value.Field))
            {
                list.Add(new(node, value));
            }
        }
    }

    private void AddOwnItems(EffectiveCatalog catalog)
    {
        if (candidate.State is ItemState.Cancelled || !candidate.Reading.IsFor(catalog.Node.Kind) || catalog.Node.Standing is CatalogStanding.None)
        {
            return;
        }

        foreach (var history in catalog.NodeCatalog.OwnItems)
        {
            if (history.At(candidate.EffectiveAt) is { State: not ItemState.Cancelled } own
                && (own.ItemCode == candidate.ItemCode || own.Reading.NameKey == candidate.Reading.NameKey))
            {
                superseded.Add(new(catalog.Node.Id, own.ItemCode, own.Content.Name));
            }
        }
    }
}
