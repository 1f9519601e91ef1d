using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Offerings;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.OwnItems;

/// <summary>The node's own items: the published ones and those being written.</summary>
internal sealed class ListOwnItems(CatalogDesk desk, NetworkDb db)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapGet("/own-items", async (ListOwnItems list, CancellationToken ct) => TypedResults.Ok(new ListOf<OwnItemRow>(await list.HandleAsync(ct), null)))
            .Produces<ListOf<OwnItemRow>>()
            .WithName("ListOwnItems")
            .WithSummary("本节点的特色服务：已发布的和草稿")
            .AtNode()
            .Allow(CatalogPolicy.MaySeeOwnItems);

    public async Task<IReadOnlyList<OwnItemRow>> HandleAsync(CancellationToken ct)
    {
        var catalog = (await desk.CatalogAsync(ct)).NodeCatalog;
        var drafts = await db.Set<OwnItemDraft>().AsNoTracking().OrderBy(d => d.Code).ToListAsync(ct);
        var published = catalog.OwnItems.Select(history =>
        {
            var version = history.At(desk.Now) ?? history.Line[0];
            return new OwnItemRow(version.ItemCode, version.Content.Name, version.Content.DirectoryEntry, version.State, version.Version, version.EffectiveAt, version.SharedDownward,
                drafts.FirstOrDefault(d => d.Code == version.ItemCode)?.Id);
        });
        var fresh = drafts.Where(d => catalog.OwnItem(d.Code) is null)
            .Select(d => new OwnItemRow(d.Code, d.Content.Name, d.Content.DirectoryEntry, null, null, null, d.SharedDownward, d.Id));
        return [.. published, .. fresh];
    }
}

/// <param name="State">Null while nothing has been published.</param>
/// <param name="DraftId">The draft over it, if one is being written.</param>
internal sealed record OwnItemRow(
    string Code, string Name, string? DirectoryEntry, ItemState? State, int? Version, DateTimeOffset? EffectiveAt, bool SharedDownward, Guid? DraftId)
{
    /// <param name="text">Folded by <see cref="ItemKey.Fold"/>.</param>
    public bool Fits(string text, string? category) =>
        (category is null || DirectoryEntry == category)
        && (ItemKey.Fold(Name).Contains(text, StringComparison.Ordinal) || ItemKey.Fold(Code).Contains(text, StringComparison.Ordinal));
}
