using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Offerings;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.OwnItems;

internal sealed class ShowOwnItemDraft(NetworkDb db)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapGet("/own-items/{id:guid}", async (Guid id, HttpContext context, ShowOwnItemDraft show, CancellationToken ct) =>
            {
                if (await show.HandleAsync(id, ct) is not { } found)
                {
                    return Answers.NotFound();
                }

                ETags.Send(context, found.Version);
                return TypedResults.Ok(OwnItemDraftView.Of(found.Draft));
            })
            .Produces<OwnItemDraftView>()
            .ProducesProblem(404)
            .WithName("ShowOwnItemDraft")
            .WithSummary("一份特色服务草稿")
            .AtNode()
            .Allow(CatalogPolicy.MaySeeOwnItems);

    public async Task<(OwnItemDraft Draft, uint Version)?> HandleAsync(Guid id, CancellationToken ct) =>
        await db.Set<OwnItemDraft>().SingleOrDefaultAsync(d => d.Id == id, ct) is { } draft ? (draft, db.VersionOf(draft)) : null;
}

internal sealed record OwnItemDraftView(
    Guid Id, string Code, ItemContent Content, LocalFields Local, bool SharedDownward, int BasedOnVersion, string? Reason, DateTimeOffset UpdatedAt)
{
    public static OwnItemDraftView Of(OwnItemDraft draft) =>
        new(draft.Id, draft.Code, draft.Content, draft.Local, draft.SharedDownward, draft.BasedOnVersion, draft.Reason, draft.UpdatedAt);
}
