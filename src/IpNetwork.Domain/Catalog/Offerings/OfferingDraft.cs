using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog.Offerings;

/// <summary>A node's way of offering a province-wide item, being written.</summary>
public sealed class OfferingDraft
{
    private OfferingDraft()
    {
    }

    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public string ItemCode { get; private set; } = "";

    public LocalFields Local { get; private set; } = LocalFields.None;

    public Tightening Tightening { get; private set; } = Tightening.None;

    /// <summary>0 while the node has published nothing about the item.</summary>
    public int BasedOnVersion { get; private set; }

    public string? Reason { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public bool IsSample { get; private set; }

    public static OfferingDraft Start(NodeId node, Guid id, string code, OfferingVersion? published, DateTimeOffset at) => new()
    {
        NodeId = node,
        Id = id,
        ItemCode = code,
        Local = published?.Local ?? LocalFields.None,
        Tightening = published?.Tightening ?? Tightening.None,
        BasedOnVersion = published?.Version ?? 0,
        UpdatedAt = at,
    };

    /// <summary>A made-up offering of the province pack; pages say so until the node publishes its own.</summary>
    public void MarkSample() => IsSample = true;

    /// <summary>Changes all the named fields or none; every refused field gets its own reason.</summary>
    public Outcome Apply(ItemContent province, IReadOnlyList<FieldChange> changes, DateTimeOffset at)
    {
        var refusals = new List<Refusal>();
        var (local, tightening) = (Local, Tightening);
        foreach (var change in changes)
        {
            var field = CatalogFields.Find(change.Field);
            if (field is null)
            {
                refusals.Add(province.Extra.ContainsKey(change.Field)
                    ? CatalogRefusals.Locked(CatalogField.Open(change.Field))
                    : CatalogRefusals.UnknownField(change.Field));
            }
            else if (field.Governance is Governance.Local)
            {
                var filled = LocalRules.Fill(local, field, change.Text);
                refusals.AddRange(filled.Refusals);
                local = filled.IsDone ? filled.Value : local;
            }
            else if (field.CanBeOpened)
            {
                var tightened = TighteningRules.Apply(tightening, province, field, change);
                refusals.AddRange(tightened.Refusals);
                tightening = tightened.IsDone ? tightened.Value : tightening;
            }
            else
            {
                refusals.Add(CatalogRefusals.Locked(field));
            }
        }

        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        (Local, Tightening, UpdatedAt) = (local, tightening, at);
        return Outcome.Done;
    }

    /// <summary>Gives up the node's own promise, so that the province's value holds (CAT-09).</summary>
    public Outcome TakeProvince(CatalogField field, DateTimeOffset at)
    {
        if (Tightening.Read(field) is null)
        {
            return CatalogRefusals.NoConflict(field);
        }

        (Tightening, UpdatedAt) = (Tightening.Without(field), at);
        return Outcome.Done;
    }

    public void Explain(string? reason, DateTimeOffset at) => (Reason, UpdatedAt) = (reason, at);

    public Outcome<OfferingVersion> Publish(BaseCatalog catalog, NodeCatalog node, DateOnly effectiveOn, DateTimeOffset now, Guid id)
    {
        var from = EffectiveDay.At(effectiveOn, now);
        var effectiveAt = from.IsDone ? from.Value : now;
        if (catalog.At(ItemCode, effectiveAt) is not { } item)
        {
            return CatalogRefusals.UnknownItem(ItemCode);
        }

        var history = node.Offering(ItemCode);
        var published = BasedOnVersion == 0 ? null : history?.Latest;
        var refusals = new List<Refusal>();
        if ((history?.Latest.Version ?? 0) is var latest && latest != BasedOnVersion)
        {
            refusals.Add(CatalogRefusals.DraftOutdated(BasedOnVersion, latest));
        }

        if (item.State is ItemState.Cancelled)
        {
            refusals.Add(CatalogRefusals.ItemCancelled(item.Content.Name));
        }
        else if (!item.Reading.IsFor(node.Node.Kind))
        {
            refusals.Add(CatalogRefusals.NotForThisKind(item.Content.Name, node.Node.Kind));
        }

        var publishedTightening = published?.Tightening ?? Tightening.None;
        refusals.AddRange(TighteningRules.Check(Tightening, publishedTightening, item.Content, item.Reading));
        if (string.IsNullOrWhiteSpace(Reason))
        {
            refusals.Add(CatalogRefusals.ReasonRequired());
        }

        refusals.AddRange(from.Refusals);
        return refusals.Count > 0
            ? Outcome.Refused<OfferingVersion>(refusals)
            : new OfferingVersion(
                NodeId, id, ItemCode, BasedOnVersion + 1, effectiveAt, Local, Tightening, Decide(publishedTightening, item), Reason!.Trim(), now)
            {
                IsSample = IsSample,
            };
    }

    private List<ConflictDecision> Decide(Tightening published, BaseItemVersion item) =>
    [
        .. TighteningRules.SetAsideBy(published, item.Content, item.Reading)
            .Where(value => !Tightening.IsSame(published, value.Field))
            .Select(value => new ConflictDecision(
                value.Field.Name,
                Tightening.Read(value.Field) is null ? ConflictAnswer.TakeProvince : ConflictAnswer.Tighten,
                value.LocalValue,
                Tightening.Read(value.Field) ?? value.ProvinceValue)),
    ];
}
