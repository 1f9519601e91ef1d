using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog.Items;

/// <summary>A province-wide item being written, seen by the province alone.</summary>
public sealed class BaseItemDraft
{
    private BaseItemDraft()
    {
    }

    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    public ItemContent Content { get; private set; } = new();

    /// <summary>0 for an item that is not published yet.</summary>
    public int BasedOnVersion { get; private set; }

    public string? Reason { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public NodeId? PromotedFromNode { get; private set; }

    public string? PromotedFromCode { get; private set; }

    public static Outcome<BaseItemDraft> Start(NodeId province, Guid id, string code, ItemContent content, DateTimeOffset at)
    {
        var draft = new BaseItemDraft { NodeId = province, Id = id, Code = code };
        var written = draft.Write(content, null, at);
        return written.IsDone ? draft : Outcome.Refused<BaseItemDraft>(written.Refusals);
    }

    public static BaseItemDraft From(BaseItemVersion version, Guid id, DateTimeOffset at) => new()
    {
        NodeId = version.NodeId,
        Id = id,
        Code = version.ItemCode,
        Content = version.Content,
        BasedOnVersion = version.Version,
        UpdatedAt = at,
        PromotedFromNode = version.PromotedFromNode,
        PromotedFromCode = version.PromotedFromCode,
    };

    /// <summary>A node's proven item on its way into the province's catalog.</summary>
    internal static BaseItemDraft PromotedFrom(NodeId origin, string originCode, NodeId province, Guid id, string code, ItemContent content, DateTimeOffset at) => new()
    {
        NodeId = province,
        Id = id,
        Code = code,
        Content = content,
        UpdatedAt = at,
        PromotedFromNode = origin,
        PromotedFromCode = originCode,
    };

    /// <summary>A draft may be incomplete, but not contradict itself.</summary>
    public Outcome Write(ItemContent content, string? reason, DateTimeOffset at)
    {
        var refusals = ContentRules.OnWriting(content);
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        (Content, Reason, UpdatedAt) = (content, reason, at);
        return Outcome.Done;
    }

    /// <summary>What still stands between this draft and publishing, whatever the day.</summary>
    public IReadOnlyList<Refusal> Check(BaseCatalog catalog, DateTimeOffset effectiveAt)
    {
        var refusals = new List<Refusal>();
        var latest = catalog.History(Code)?.Latest.Version ?? 0;
        if (BasedOnVersion > 0 && BasedOnVersion != latest)
        {
            refusals.Add(CatalogRefusals.DraftOutdated(BasedOnVersion, latest));
        }

        refusals.AddRange(catalog.Duplicates(Code, Content, isNew: BasedOnVersion == 0, effectiveAt));
        refusals.AddRange(ContentRules.OnPublishing(Content));
        if (ContentRules.OnBundle(Content.Bundle) is { } bundle)
        {
            refusals.Add(bundle);
        }

        if (catalog.At(Code, effectiveAt) is { State: ItemState.Cancelled } cancelled)
        {
            refusals.Add(CatalogRefusals.ItemCancelled(cancelled.Content.Name));
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            refusals.Add(CatalogRefusals.ReasonRequired());
        }

        return refusals;
    }

    public Outcome<BaseItemVersion> Publish(BaseCatalog catalog, DateOnly effectiveOn, DateTimeOffset now, Guid id)
    {
        var from = EffectiveDay.At(effectiveOn, now);
        List<Refusal> refusals = [.. Check(catalog, from.IsDone ? from.Value : now), .. from.Refusals];
        if (refusals.Count > 0)
        {
            return Outcome.Refused<BaseItemVersion>(refusals);
        }

        // A new content does not by itself bring a suspended item back.
        var state = catalog.At(Code, from.Value)?.State ?? ItemState.InUse;
        return new BaseItemVersion(NodeId, id, Code, BasedOnVersion + 1, from.Value, state, Content, Reason!.Trim(), now)
        {
            PromotedFromNode = PromotedFromNode,
            PromotedFromCode = PromotedFromCode,
        };
    }
}
