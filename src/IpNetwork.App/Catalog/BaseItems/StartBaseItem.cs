using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.BaseItems;

/// <summary>Begins a draft: of a new item, or from the latest version of a published one.</summary>
internal sealed class StartBaseItem(CatalogDesk desk, PublishingDesk published, NetworkDb db, UnitOfWork work, CurrentNode current)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost("/base-items/drafts", async (BaseItemText body, CurrentNode current, StartBaseItem start, Actor actor, CancellationToken ct) =>
                CatalogAnswers.Drafted(id => CatalogLinks.BaseDraftApi(current.Node, id), await start.HandleAsync(body, actor, ct)))
            .Produces<DraftCreated>(201)
            .ProducesProblem(400)
            .ProducesProblem(409)
            .WithName("StartBaseItem")
            .WithSummary("起草全省事项；只给编码时从已发布的最新版起草")
            .AtNode()
            .CreatesOnce()
            .Allow(CatalogPolicy.MayEditBaseItems);

    public async Task<Outcome<string>> HandleAsync(BaseItemText text, Actor actor, CancellationToken ct)
    {
        List<Refusal> unreadable = [.. CatalogEdge.Code(text.Code), .. text.Check()];
        if (unreadable.Count > 0)
        {
            return Outcome.Refused<string>(unreadable);
        }

        var code = (text.Code ?? "").Trim();
        return await work.CommitAsync(actor, async deed =>
        {
            await published.TakeTurnAsync(ct);
            if (await db.Set<BaseItemDraft>().AnyAsync(d => d.Code == code, ct))
            {
                return EdgeRefusals.DraftExists(code);
            }

            var (catalog, now) = (await published.BaseAsync(ct), desk.Now);
            var latest = catalog.History(code)?.Latest;
            var content = text.Content ?? latest?.Content;
            if (content is null)
            {
                return EdgeRefusals.Empty("content");
            }

            // A new item that copies another is told so at once, not only when it is published.
            if (catalog.Duplicates(code, content, isNew: latest is null, now) is { Count: > 0 } duplicates)
            {
                return Outcome.Refused<string>(duplicates);
            }

            var started = latest is not null ? BaseItemDraft.From(latest, Guid.CreateVersion7(now), now) : BaseItemDraft.Start(current.Id, Guid.CreateVersion7(now), code, content, now);
            var written = started.IsDone ? started.Value.Write(content, text.Reason, now) : Outcome.Refused(started.Refusals);
            if (!written.IsDone)
            {
                return Outcome.Refused<string>(written.Refusals);
            }

            db.Add(started.Value);
            deed.Happened(new("catalog.base-item-drafted", "base-item", code, $"起草全省事项「{content.Name}」"));
            return started.Value.Id.ToString();
        }, ct);
    }
}

/// <param name="Code">Read when a draft begins; fixed from then on.</param>
internal sealed record BaseItemText(string? Code, ItemContent? Content, string? Reason)
{
    public List<Refusal> Check() => [.. Content is null ? [] : CatalogEdge.Content(Content), .. CatalogEdge.Reason(Reason)];
}
