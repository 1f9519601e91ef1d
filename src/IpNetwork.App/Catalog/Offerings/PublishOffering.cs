using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.Offerings;

/// <summary>Copies the draft to the published table as a new version and ends the draft.</summary>
internal sealed class PublishOffering(CatalogDesk desk, PublishingDesk published, NetworkDb db, UnitOfWork work, CurrentNode current)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost("/offerings/{code}/publication", async (string code, Decree body, HttpContext context, CurrentNode current, PublishOffering publish, Actor actor, CancellationToken ct) =>
                CatalogAnswers.Published(CatalogLinks.OfferingApi(current.Node, code), await publish.HandleAsync(code, body, await IfMatch.FindAsync(context), actor, ct)))
            .Produces<VersionCreated>(201)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .WithName("PublishOffering")
            .WithSummary("发布本节点的草稿，成为新版本")
            .AtNode()
            .CreatesOnce()
            .Allow(CatalogPolicy.MayEditOfferings);

    public async Task<Outcome<string>> HandleAsync(string code, Decree decree, IfMatch? seen, Actor actor, CancellationToken ct)
    {
        if (CatalogEdge.Reason(decree.Reason) is { Count: > 0 } unreadable)
        {
            return Outcome.Refused<string>(unreadable);
        }

        return await work.CommitAsync(actor, async deed =>
        {
            await published.TakeTurnAsync(ct);
            if (await db.Set<OfferingDraft>().SingleOrDefaultAsync(d => d.ItemCode == code, ct) is not { } draft)
            {
                return seen is null ? EdgeRefusals.Absent : WriteConflicts.Stale;
            }

            if (db.IsStale(draft, seen))
            {
                return WriteConflicts.Stale;
            }

            draft.Explain(decree.Reason ?? draft.Reason, desk.Now);
            var now = desk.Now;
            var outcome = draft.Publish(await published.BaseAsync(ct), await published.NodeAsync(ct), decree.EffectiveOn ?? EffectiveDay.Of(now), now, Guid.CreateVersion7(now));
            if (!outcome.IsDone)
            {
                return Outcome.Refused<string>(outcome.Refusals);
            }

            db.Remove(draft);
            Add(db, current.Id, deed, outcome.Value);
            return outcome.Value.Version.ToString(CultureInfo.InvariantCulture);
        }, ct);
    }

    /// <summary>What every way of publishing an offering does.</summary>
    public static void Add(NetworkDb db, NodeId node, Deed deed, OfferingVersion version)
    {
        db.Add(version);
        deed.Happened(new("catalog.offering-published", "offering", version.ItemCode, $"发布事项 {version.ItemCode} 的本地信息第 {version.Version} 版")
        {
            Reason = version.Reason,
            Detail = new { version.Version, version.EffectiveAt, version.Decisions },
        });
        deed.Announce(CatalogBook.NodeChanged(node));
    }
}
