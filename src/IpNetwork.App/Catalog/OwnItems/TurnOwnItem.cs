using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog.OwnItems;

/// <summary>Suspends, cancels or restores one of the node's own items.</summary>
internal sealed class TurnOwnItem(CatalogDesk desk, PublishingDesk published, NetworkDb db, UnitOfWork work)
{
    public static void Map(IEndpointRouteBuilder node)
    {
        Map(node, "suspension", ItemState.Suspended, "SuspendOwnItem", "暂停一项特色服务");
        Map(node, "cancellation", ItemState.Cancelled, "CancelOwnItem", "取消一项特色服务");
        Map(node, "restoration", ItemState.InUse, "RestoreOwnItem", "恢复一项特色服务");
    }

    private static void Map(IEndpointRouteBuilder node, string noun, ItemState to, string name, string summary) =>
        node.MapPost($"/own-items/{{code}}/{noun}", async (string code, Decree body, CurrentNode current, TurnOwnItem turn, Actor actor, CancellationToken ct) =>
                CatalogAnswers.Published(CatalogLinks.OfferingApi(current.Node, code), await turn.HandleAsync(code, to, body, actor, ct)))
            .Produces<VersionCreated>(201)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithName(name)
            .WithSummary(summary)
            .AtNode()
            .CreatesOnce()
            .Allow(CatalogPolicy.MayEditOwnItems);

    public async Task<Outcome<string>> HandleAsync(string code, ItemState to, Decree decree, Actor actor, CancellationToken ct)
    {
        if (CatalogEdge.Reason(decree.Reason) is { Count: > 0 } unreadable)
        {
            return Outcome.Refused<string>(unreadable);
        }

        return await work.CommitAsync(actor, async deed =>
        {
            await published.TakeTurnAsync(ct);
            var (node, now) = (await published.NodeAsync(ct), desk.Now);
            if (node.OwnItem(code) is null)
            {
                return EdgeRefusals.Absent;
            }

            var outcome = node.Turn(await published.BaseAsync(ct), code, to, decree.Reason, decree.EffectiveOn ?? EffectiveDay.Of(now), now, Guid.CreateVersion7(now));
            if (!outcome.IsDone)
            {
                return Outcome.Refused<string>(outcome.Refusals);
            }

            PublishOwnItem.Add(db, deed, outcome.Value, $"特色服务「{outcome.Value.Content.Name}」改为{CatalogWords.Of(to)}");
            return outcome.Value.Version.ToString(CultureInfo.InvariantCulture);
        }, ct);
    }
}
