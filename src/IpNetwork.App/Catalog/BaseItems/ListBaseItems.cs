using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Items;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.BaseItems;

/// <summary>The province's catalog as its compilers see it: what is published, what comes next, what is being written.</summary>
internal sealed class ListBaseItems(CatalogDesk desk, NetworkDb db)
{
    public static void Map(IEndpointRouteBuilder node)
    {
        node.MapGet("/base-items", async (ListBaseItems list, CancellationToken ct) => TypedResults.Ok(new ListOf<BaseItemRow>(await list.HandleAsync(ct), null)))
            .Produces<ListOf<BaseItemRow>>()
            .WithName("ListBaseItems")
            .WithSummary("全省目录：已发布的事项和草稿")
            .AtNode()
            .Allow(CatalogPolicy.MaySeeBaseItems);
        node.MapGet("/base-items/drafts", async (ListBaseItems list, CancellationToken ct) => TypedResults.Ok(new ListOf<BaseItemRow>(await list.DraftsAsync(ct), null)))
            .Produces<ListOf<BaseItemRow>>()
            .WithName("ListBaseItemDrafts")
            .WithSummary("全省目录里正在写的草稿")
            .AtNode()
            .Allow(CatalogPolicy.MaySeeBaseItems);
    }

    public async Task<IReadOnlyList<BaseItemRow>> HandleAsync(CancellationToken ct)
    {
        var (catalog, now) = (await desk.CompiledHereAsync(ct), desk.Now);
        var drafts = await db.Set<BaseItemDraft>().AsNoTracking().OrderBy(d => d.Code).ToListAsync(ct);
        var published = catalog.Histories.Select(history =>
        {
            var version = history.At(now) ?? history.Line[0];
            return Row(version.ItemCode, version.Content, version, history.NextAfter(now)?.EffectiveAt, drafts.FirstOrDefault(d => d.Code == version.ItemCode)?.Id);
        });
        return [.. published, .. drafts.Where(d => catalog.History(d.Code) is null).Select(d => Row(d.Code, d.Content, null, null, d.Id))];
    }

    private async Task<IReadOnlyList<BaseItemRow>> DraftsAsync(CancellationToken ct) => [.. (await HandleAsync(ct)).Where(row => row.DraftId is not null)];

    private static BaseItemRow Row(string code, ItemContent content, BaseItemVersion? version, DateTimeOffset? next, Guid? draft) =>
        new(code, content.Name, content.Category, version?.State, version?.Version, version?.EffectiveAt, next, draft, content.IsSample);
}

/// <param name="State">Null while nothing has been published.</param>
internal sealed record BaseItemRow(
    string Code, string Name, string? Category, ItemState? State, int? Version, DateTimeOffset? EffectiveAt, DateTimeOffset? NextAt, Guid? DraftId, bool IsSample);
