using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.OwnItems;

internal sealed class PublishOwnItem(CatalogDesk desk, PublishingDesk published, IProvinceSettings settings, NetworkDb db, UnitOfWork work, CurrentNode current)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost("/own-items/{id:guid}/publication", async (Guid id, Decree body, HttpContext context, CurrentNode current, PublishOwnItem publish, Actor actor, CancellationToken ct) =>
                CatalogAnswers.Published(CatalogLinks.OwnItemApi(current.Node, id.ToString()), await publish.HandleAsync(id, body, await IfMatch.FindAsync(context), actor, ct)))
            .Produces<VersionCreated>(201)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .WithName("PublishOwnItem")
            .WithSummary("发布特色服务草稿")
            .AtNode()
            .CreatesOnce()
            .Allow(CatalogPolicy.MayEditOwnItems);

    public async Task<Outcome<string>> HandleAsync(Guid id, Decree decree, IfMatch? seen, Actor actor, CancellationToken ct)
    {
        if (CatalogEdge.Reason(decree.Reason) is { Count: > 0 } unreadable)
        {
            return Outcome.Refused<string>(unreadable);
        }

        var directories = (await settings.OfAsync(current.Node.NetworkId, ct)).Directories;
        return await work.CommitAsync(actor, async deed =>
        {
            await published.TakeTurnAsync(ct);
            if (await db.Set<OwnItemDraft>().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } draft)
            {
                return seen is null ? EdgeRefusals.Absent : WriteConflicts.Stale;
            }

            if (db.IsStale(draft, seen))
            {
                return WriteConflicts.Stale;
            }

            var (province, now) = (await published.BaseAsync(ct), desk.Now);
            var explained = draft.Write(draft.Content, [], draft.SharedDownward, decree.Reason ?? draft.Reason, province, now);
            var outcome = explained.IsDone
                ? draft.Publish(province, await published.NodeAsync(ct), directories.ValueAdded, decree.EffectiveOn ?? EffectiveDay.Of(now), now, Guid.CreateVersion7(now))
                : Outcome.Refused<OwnItemVersion>(explained.Refusals);
            if (!outcome.IsDone)
            {
                return Outcome.Refused<string>(outcome.Refusals);
            }

            db.Remove(draft);
            Add(db, deed, outcome.Value, $"发布特色服务「{outcome.Value.Content.Name}」第 {outcome.Value.Version} 版");
            return outcome.Value.Version.ToString(CultureInfo.InvariantCulture);
        }, ct);
    }

    public static void Add(NetworkDb db, Deed deed, OwnItemVersion version, string summary)
    {
        db.Add(version);
        deed.Happened(new("catalog.own-item-published", "own-item", version.ItemCode, summary)
        {
            Reason = version.Reason,
            Detail = new { version.Version, version.State, version.EffectiveAt, version.SharedDownward },
        });
        deed.Announce(CatalogBook.NodeChanged(version.NodeId));
    }
}
