using IpNetwork.Domain.Catalog;

namespace IpNetwork.App.Catalog.Workbench;

/// <summary>The three ways an item changes its state, each on a page of its own.</summary>
internal sealed record ItemTurn(string Noun, ItemState To, ItemStateAct Act, string Word)
{
    public static readonly IReadOnlyList<ItemTurn> All =
    [
        new("suspension", ItemState.Suspended, ItemStateAct.Suspend, "暂停"),
        new("cancellation", ItemState.Cancelled, ItemStateAct.Cancel, "取消"),
        new("restoration", ItemState.InUse, ItemStateAct.Restore, "恢复"),
    ];

    /// <summary>What may come next: one that is cancelled can only be restored.</summary>
    public static IEnumerable<ItemTurn> From(ItemState state) => state switch
    {
        ItemState.InUse => All.Where(turn => turn.To is not ItemState.InUse),
        ItemState.Suspended => All.Where(turn => turn.To is not ItemState.Suspended),
        _ => All.Where(turn => turn.To is ItemState.InUse),
    };
}
