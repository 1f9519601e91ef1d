using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Items;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.BaseItems;

internal sealed class ShowBaseItemDraft(NetworkDb db)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapGet("/base-items/drafts/{id:guid}", async (Guid id, HttpContext context, ShowBaseItemDraft show, CancellationToken ct) =>
            {
                if (await show.HandleAsync(id, ct) is not { } found)
                {
                    return Answers.NotFound();
                }

                ETags.Send(context, found.Version);
                return TypedResults.Ok(BaseItemDraftView.Of(found.Draft));
            })
            .Produces<BaseItemDraftView>()
            .ProducesProblem(404)
            .WithName("ShowBaseItemDraft")
            .WithSummary("一份全省事项草稿")
            .AtNode()
            .Allow(CatalogPolicy.MaySeeBaseItems);

    public async Task<(BaseItemDraft Draft, uint Version)?> HandleAsync(Guid id, CancellationToken ct) =>
        await db.Set<BaseItemDraft>().SingleOrDefaultAsync(d => d.Id == id, ct) is { } draft ? (draft, db.VersionOf(draft)) : null;
}

internal sealed record BaseItemDraftView(Guid Id, string Code, ItemContent Content, int BasedOnVersion, string? Reason, DateTimeOffset UpdatedAt, string? PromotedFromCode)
{
    public static BaseItemDraftView Of(BaseItemDraft draft) =>
        new(draft.Id, draft.Code, draft.Content, draft.BasedOnVersion, draft.Reason, draft.UpdatedAt, draft.PromotedFromCode);
}
