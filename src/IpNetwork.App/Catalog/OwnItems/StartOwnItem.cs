using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.OwnItems;

/// <summary>Begins a draft: of a new item, or from the latest version of one the node has published.</summary>
internal sealed class StartOwnItem(CatalogDesk desk, PublishingDesk published, NetworkDb db, UnitOfWork work, CurrentNode current)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost("/own-items", async (OwnItemText body, CurrentNode current, StartOwnItem start, Actor actor, CancellationToken ct) =>
                CatalogAnswers.Drafted(id => CatalogLinks.OwnItemApi(current.Node, id), await start.HandleAsync(body, actor, ct)))
            .Produces<DraftCreated>(201)
            .ProducesProblem(400)
            .ProducesProblem(409)
            .WithName("StartOwnItem")
            .WithSummary("起草一项特色服务；只给编码时从已发布的最新版起草")
            .AtNode()
            .CreatesOnce()
            .Allow(CatalogPolicy.MayEditOwnItems);

    public async Task<Outcome<string>> HandleAsync(OwnItemText text, Actor actor, CancellationToken ct)
    {
        List<Refusal> unreadable = [.. CatalogEdge.Code(text.Code), .. text.Check(current.Node.Kind)];
        if (unreadable.Count > 0)
        {
            return Outcome.Refused<string>(unreadable);
        }

        var code = (text.Code ?? "").Trim();
        return await work.CommitAsync(actor, async deed =>
        {
            await published.TakeTurnAsync(ct);
            if (await db.Set<OwnItemDraft>().AnyAsync(d => d.Code == code, ct))
            {
                return EdgeRefusals.DraftExists(code);
            }

            var (province, node, now) = (await published.BaseAsync(ct), await published.NodeAsync(ct), desk.Now);
            var latest = node.OwnItem(code)?.Latest;
            var content = text.Content ?? latest?.Content;
            if (content is null)
            {
                return EdgeRefusals.Empty("content");
            }

            var started = latest is not null ? OwnItemDraft.From(latest, Guid.CreateVersion7(now), now) : OwnItemDraft.Start(current.Id, Guid.CreateVersion7(now), code, content, province, now);
            if (!started.IsDone)
            {
                return Outcome.Refused<string>(started.Refusals);
            }

            var draft = started.Value;
            var written = draft.Write(content, text.Local ?? [], text.SharedDownward ?? draft.SharedDownward, text.Reason, province, now);
            if (!written.IsDone)
            {
                return Outcome.Refused<string>(written.Refusals);
            }

            db.Add(draft);
            deed.Happened(new("catalog.own-item-drafted", "own-item", code, $"起草特色服务「{content.Name}」"));
            return draft.Id.ToString();
        }, ct);
    }
}

/// <param name="Code">Read when a draft begins; fixed from then on.</param>
internal sealed record OwnItemText(string? Code, ItemContent? Content, IReadOnlyList<FieldChange>? Local, bool? SharedDownward, string? Reason)
{
    public List<Refusal> Check(NodeKind kind) =>
    [
        .. Content is null ? [] : CatalogEdge.Content(Content),
        .. Local is null ? [] : CatalogEdge.Changes(Local, kind),
        .. CatalogEdge.Reason(Reason),
    ];
}
