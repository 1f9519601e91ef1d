using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Catalog.Offerings;

public enum PromotionState
{
    Proposed,
    Adopted,
    Declined,
}

/// <summary>A node's wish that its proven item become province-wide; held by the province, which decides (CAT-12).</summary>
public sealed class PromotionProposal
{
    private PromotionProposal()
    {
    }

    /// <summary>The province.</summary>
    public NodeId NodeId { get; private set; }

    public Guid Id { get; private set; }

    public NodeId OriginNodeId { get; private set; }

    public string OwnItemCode { get; private set; } = "";

    public int OwnItemVersion { get; private set; }

    /// <summary>What the item said when it was proposed.</summary>
    public ItemContent Content { get; private set; } = new();

    public string Usage { get; private set; } = "";

    public string? Opinion { get; private set; }

    public PromotionState State { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecisionReason { get; private set; }

    public string? AdoptedCode { get; private set; }

    public static Outcome<PromotionProposal> Propose(
        NodeId province, Guid id, NodeCatalog node, string code, string? usage, string? opinion, DateTimeOffset at)
    {
        if (node.OwnItem(code)?.At(at) is not { } item)
        {
            return CatalogRefusals.UnknownItem(code);
        }

        if (item.State is not ItemState.InUse)
        {
            return CatalogRefusals.NotProven(item.Content.Name);
        }

        return string.IsNullOrWhiteSpace(usage)
            ? CatalogRefusals.UsageRequired()
            : new PromotionProposal
            {
                NodeId = province,
                Id = id,
                OriginNodeId = item.NodeId,
                OwnItemCode = item.ItemCode,
                OwnItemVersion = item.Version,
                Content = item.Content,
                Usage = usage.Trim(),
                Opinion = opinion?.Trim(),
                ProposedAt = at,
            };
    }

    /// <summary>The province takes the item up as a draft of its own catalog, under its own code.</summary>
    public Outcome<BaseItemDraft> Adopt(string code, BaseCatalog catalog, string? reason, DateTimeOffset at, Guid draftId)
    {
        if (Refuse(reason) is { } refusal)
        {
            return refusal;
        }

        var content = Content with { DirectoryEntry = null, OrderNo = null };
        var duplicates = catalog.Duplicates(code, content, isNew: true, at);
        if (duplicates.Count > 0)
        {
            return Outcome.Refused<BaseItemDraft>(duplicates);
        }

        Decide(PromotionState.Adopted, reason!, at);
        AdoptedCode = code;
        return BaseItemDraft.PromotedFrom(OriginNodeId, OwnItemCode, NodeId, draftId, code, content, at);
    }

    public Outcome Decline(string? reason, DateTimeOffset at)
    {
        if (Refuse(reason) is { } refusal)
        {
            return refusal;
        }

        Decide(PromotionState.Declined, reason!, at);
        return Outcome.Done;
    }

    private Refusal? Refuse(string? reason) =>
        State is not PromotionState.Proposed ? CatalogRefusals.AlreadyDecided(EffectiveDay.Of(DecidedAt!.Value))
        : string.IsNullOrWhiteSpace(reason) ? CatalogRefusals.ReasonRequired()
        : null;

    private void Decide(PromotionState state, string reason, DateTimeOffset at) => (State, DecisionReason, DecidedAt) = (state, reason.Trim(), at);
}
