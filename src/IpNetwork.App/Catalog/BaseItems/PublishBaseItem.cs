using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.BaseItems;

/// <summary>One row written reaches every node of the network on its day; the nodes have nothing to do.</summary>
internal sealed class PublishBaseItem(CatalogDesk desk, PublishingDesk published, NetworkDb db, UnitOfWork work)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost("/base-items/drafts/{id:guid}/publication", async (Guid id, Decree body, HttpContext context, CurrentNode current, PublishBaseItem publish, Actor actor, CancellationToken ct) =>
                CatalogAnswers.Published(CatalogLinks.BaseDraftApi(current.Node, id.ToString()), await publish.HandleAsync(id, body, await IfMatch.FindAsync(context), actor, ct)))
            .Produces<VersionCreated>(201)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .WithName("PublishBaseItem")
            .WithSummary("发布全省事项草稿，到生效日全省一致执行")
            .AtNode()
            .CreatesOnce()
            .Allow(CatalogPolicy.MayEditBaseItems);

    public async Task<Outcome<string>> HandleAsync(Guid id, Decree decree, IfMatch? seen, Actor actor, CancellationToken ct)
    {
        if (CatalogEdge.Reason(decree.Reason) is { Count: > 0 } unreadable)
        {
            return Outcome.Refused<string>(unreadable);
        }

        return await work.CommitAsync(actor, async deed =>
        {
            await published.TakeTurnAsync(ct);
            if (await db.Set<BaseItemDraft>().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } draft)
            {
                return seen is null ? EdgeRefusals.Absent : WriteConflicts.Stale;
            }

            if (db.IsStale(draft, seen))
            {
                return WriteConflicts.Stale;
            }

            var now = desk.Now;
            var explained = draft.Write(draft.Content, decree.Reason ?? draft.Reason, now);
            var outcome = explained.IsDone
                ? draft.Publish(await published.BaseAsync(ct), decree.EffectiveOn ?? EffectiveDay.Of(now), now, Guid.CreateVersion7(now))
                : Outcome.Refused<BaseItemVersion>(explained.Refusals);
            if (!outcome.IsDone)
            {
                return Outcome.Refused<string>(outcome.Refusals);
            }

            db.Remove(draft);
            Add(db, deed, outcome.Value, $"发布全省事项「{outcome.Value.Content.Name}」第 {outcome.Value.Version} 版");
            return outcome.Value.Version.ToString(CultureInfo.InvariantCulture);
        }, ct);
    }

    public static void Add(NetworkDb db, Deed deed, BaseItemVersion version, string summary)
    {
        db.Add(version);
        deed.Happened(new("catalog.base-item-published", "base-item", version.ItemCode, summary)
        {
            Reason = version.Reason,
            Detail = new { version.Version, version.State, version.EffectiveAt },
        });
        deed.Announce(CatalogBook.BaseChanged(version.NodeId));
    }
}
