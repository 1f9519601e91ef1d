using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog.BaseItems;

/// <summary>Suspends, cancels or restores an item for every node at once (CAT-10).</summary>
internal sealed class TurnBaseItem(CatalogDesk desk, PublishingDesk published, NetworkDb db, UnitOfWork work)
{
    public const string BundleWarning = "这个事项在一件事清单里。请先核对还没办完的一件事表单。";

    public static void Map(IEndpointRouteBuilder node)
    {
        Map(node, "suspension", ItemState.Suspended, "SuspendBaseItem", "全省暂停一个事项");
        Map(node, "cancellation", ItemState.Cancelled, "CancelBaseItem", "全省取消一个事项");
        Map(node, "restoration", ItemState.InUse, "RestoreBaseItem", "全省恢复一个事项");
    }

    private static void Map(IEndpointRouteBuilder node, string noun, ItemState to, string name, string summary) =>
        node.MapPost($"/base-items/{{code}}/{noun}", async (string code, Decree body, CurrentNode current, TurnBaseItem turn, Actor actor, CancellationToken ct) =>
                await turn.HandleAsync(code, to, body, actor, ct) is var outcome && outcome.IsDone
                    ? TypedResults.Created(CatalogLinks.BaseItemApi(current.Node, code), await turn.TurnedAsync(code, to, outcome.Value, ct))
                    : CatalogAnswers.Refused(outcome.Refusals))
            .Produces<ItemTurned>(201)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithName(name)
            .WithSummary(summary)
            .AtNode()
            .CreatesOnce()
            .Allow(CatalogPolicy.MayEditBaseItems);

    public async Task<Outcome<string>> HandleAsync(string code, ItemState to, Decree decree, Actor actor, CancellationToken ct)
    {
        if (CatalogEdge.Reason(decree.Reason) is { Count: > 0 } unreadable)
        {
            return Outcome.Refused<string>(unreadable);
        }

        return await work.CommitAsync(actor, async deed =>
        {
            await published.TakeTurnAsync(ct);
            var (catalog, now) = (await published.BaseAsync(ct), desk.Now);
            if (catalog.History(code) is null)
            {
                return EdgeRefusals.Absent;
            }

            var outcome = catalog.Turn(code, to, decree.Reason, decree.EffectiveOn ?? EffectiveDay.Of(now), now, Guid.CreateVersion7(now));
            if (!outcome.IsDone)
            {
                return Outcome.Refused<string>(outcome.Refusals);
            }

            PublishBaseItem.Add(db, deed, outcome.Value, $"全省事项「{outcome.Value.Content.Name}」改为{CatalogWords.Of(to)}");
            return outcome.Value.Version.ToString(CultureInfo.InvariantCulture);
        }, ct);
    }

    private async Task<ItemTurned> TurnedAsync(string code, ItemState to, string version, CancellationToken ct)
    {
        var inBundle = (await desk.CompiledHereAsync(ct)).History(code)?.Latest.Content.Bundle.Number is not null;
        return new(int.Parse(version, CultureInfo.InvariantCulture), to is ItemState.Cancelled && inBundle ? [BundleWarning] : []);
    }
}

internal sealed record ItemTurned(int Version, IReadOnlyList<string> Warnings);
