using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog.Offerings;

/// <summary>A node's own, value-added item being written (CAT-06).</summary>
public sealed class OwnItemDraft
{
    private OwnItemDraft()
    {
    }

    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    public ItemContent Content { get; private set; } = new();

    public LocalFields Local { get; private set; } = LocalFields.None;

    public bool SharedDownward { get; private set; }

    public int BasedOnVersion { get; private set; }

    public string? Reason { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>A copy of a province-wide item is refused at once, not only when it is published.</summary>
    public static Outcome<OwnItemDraft> Start(NodeId node, Guid id, string code, ItemContent content, BaseCatalog catalog, DateTimeOffset at)
    {
        var draft = new OwnItemDraft { NodeId = node, Id = id, Code = code };
        var written = draft.Write(content, [], false, null, catalog, at);
        return written.IsDone ? draft : Outcome.Refused<OwnItemDraft>(written.Refusals);
    }

    public static OwnItemDraft From(OwnItemVersion version, Guid id, DateTimeOffset at) => new()
    {
        NodeId = version.NodeId,
        Id = id,
        Code = version.ItemCode,
        Content = version.Content,
        Local = version.Local,
        SharedDownward = version.SharedDownward,
        BasedOnVersion = version.Version,
        UpdatedAt = at,
    };

    public Outcome Write(
        ItemContent content, IReadOnlyList<FieldChange> local, bool sharedDownward, string? reason, BaseCatalog catalog, DateTimeOffset at)
    {
        var filled = LocalRules.Fill(Local, local);
        List<Refusal> refusals = [.. catalog.Copies(Code, content, at), .. ContentRules.OnWriting(content), .. filled.Refusals];
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        (Content, Local, SharedDownward, Reason, UpdatedAt) = (content, filled.Value, sharedDownward, reason, at);
        return Outcome.Done;
    }

    public Outcome<OwnItemVersion> Publish(
        BaseCatalog catalog, NodeCatalog node, ServiceDirectory valueAdded, DateOnly effectiveOn, DateTimeOffset now, Guid id)
    {
        var from = EffectiveDay.At(effectiveOn, now);
        var effectiveAt = from.IsDone ? from.Value : now;
        var latest = node.OwnItem(Code)?.Latest.Version ?? 0;
        var current = node.OwnItem(Code)?.At(effectiveAt);
        List<Refusal> refusals =
        [
            .. catalog.Copies(Code, Content, effectiveAt),
            .. DuplicatesAt(node, effectiveAt),
            .. ContentRules.OnPublishing(Content).Where(refusal => refusal.Field != "targetKinds"),
            .. MissingByOwner(),
        ];
        if (BasedOnVersion > 0 && BasedOnVersion != latest)
        {
            refusals.Add(CatalogRefusals.DraftOutdated(BasedOnVersion, latest));
        }

        if (!valueAdded.Has(Content.DirectoryEntry))
        {
            refusals.Add(CatalogRefusals.UnknownDirectoryEntry(Content.DirectoryEntry, valueAdded));
        }

        if (current is { State: ItemState.Cancelled })
        {
            refusals.Add(CatalogRefusals.ItemCancelled(current.Content.Name));
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            refusals.Add(CatalogRefusals.ReasonRequired());
        }

        refusals.AddRange(from.Refusals);
        return refusals.Count > 0
            ? Outcome.Refused<OwnItemVersion>(refusals)
            : new OwnItemVersion(
                NodeId, id, Code, BasedOnVersion + 1, effectiveAt, current?.State ?? ItemState.InUse, Content, Local, SharedDownward, Reason!.Trim(), now);
    }

    private IEnumerable<Refusal> DuplicatesAt(NodeCatalog node, DateTimeOffset effectiveAt)
    {
        var (codeKey, nameKey) = (ItemKey.Of(Code), ItemKey.Of(Content.Name));
        foreach (var history in node.OwnItems)
        {
            var latest = history.Latest;
            if (ItemKey.Of(latest.ItemCode) == codeKey)
            {
                if (BasedOnVersion == 0)
                {
                    yield return CatalogRefusals.DuplicateCode("code", Code, latest.Content.Name);
                }
            }
            else if (history.Line.Any(version => version.State is not ItemState.Cancelled && version.Reading.NameKey == nameKey
                && (version == history.At(effectiveAt) || version.EffectiveAt > effectiveAt)))
            {
                yield return CatalogRefusals.DuplicateName(Content.Name, latest.ItemCode);
            }
        }
    }

    /// <summary>The owner itself is the implementing department and says whether it charges.</summary>
    private IEnumerable<Refusal> MissingByOwner()
    {
        if (CatalogFields.Department.Read(Local) is null)
        {
            yield return CatalogRefusals.ImplementationMissing(CatalogFields.Department);
        }

        if (Content.Fee is null)
        {
            yield return CatalogRefusals.ImplementationMissing(CatalogFields.Fee);
        }
    }
}
