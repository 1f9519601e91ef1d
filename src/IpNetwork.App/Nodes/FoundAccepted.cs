using System.Text.Json;
using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Nodes;

/// <summary>
/// An accepted application becomes a node by itself, once (ACC-01). Its founding names the application as its document, which is
/// also how a second delivery knows. What stands in the way is written down and waits at the province's desk.
/// </summary>
internal sealed class FoundAccepted : IEventHandler
{
    public const string RefusedVerb = "nodes.founding-refused";

    public bool Handles(string topic) => topic is "establishment.accepted" or "establishment.address-chosen";

    public async Task HandleAsync(NodeEvent happened, IServiceProvider inNodeContext, CancellationToken ct)
    {
        var db = inNodeContext.GetRequiredService<NetworkDb>();
        var work = inNodeContext.GetRequiredService<UnitOfWork>();
        var tree = inNodeContext.GetRequiredService<TreeWriter>();
        var found = inNodeContext.GetRequiredService<FoundNode>();
        var actor = Actor.Program("设立", happened.NodeId);
        var isWaiting = true;
        var outcome = await work.CommitAsync(actor, async deed =>
        {
            await tree.LockAsync(ct);
            isWaiting = await WaitingAsync(db, happened.SubjectId, ct) is not null;
            return isWaiting ? await found.ApplyAsync(await RequestAsync(inNodeContext, happened, ct), nameMayWait: true, actor, deed, ct) : NodeRefusals.NothingChanges();
        }, ct);
        if (outcome.IsDone || !isWaiting)
        {
            return;
        }

        // Another write came between; the outbox brings the event again.
        if (outcome.Refusals.Contains(WriteConflicts.Stale))
        {
            throw new InvalidOperationException($"The founding for {happened.SubjectId} met another write.");
        }

        await RefusedAsync(db, work, happened, actor, outcome.Refusals, ct);
    }

    /// <summary>Accepted, and no node yet.</summary>
    public static async Task<EstablishmentApplication?> WaitingAsync(NetworkDb db, string number, CancellationToken ct) =>
        await db.Set<EstablishmentApplication>().AsNoTracking()
            .SingleOrDefaultAsync(a => a.Number == number && a.Status == ApplicationStatus.Accepted
                && !db.Set<NodeHistoryEntry>().Any(entry => entry.Aspect == NodeAspect.Founding && entry.DocumentNumber == number
                    && db.Set<Node>().Any(node => node.Id == entry.NodeId && node.NetworkId == a.NodeId)), ct);

    /// <summary>What the application says of its node, as the founding takes it.</summary>
    public static async Task<FoundRequest> RequestAsync(EstablishmentApplication application, NetworkNaming naming, Node province, CancellationToken ct)
    {
        var prospect = application.Form.Prospect;
        var kind = prospect.Kind ?? NodeKind.Workstation;
        var place = prospect.PlaceName.Trim();
        return new()
        {
            Kind = kind.ToString(),
            Parent = prospect.Parent.Trim(),
            Slug = application.FoundedSlug,
            PlaceName = place,
            ShortName = await naming.ShortNameAsync(kind, place, province, ct),
            DivisionCode = prospect.DivisionCode.Trim(),
            EffectiveOn = $"{application.AcceptedOn:yyyy-MM-dd}",
            DocumentNumber = application.Number,
            Reason = "设立申报验收合格，认定合格",
        };
    }

    private static async Task<FoundRequest> RequestAsync(IServiceProvider services, NodeEvent happened, CancellationToken ct)
    {
        var db = services.GetRequiredService<NetworkDb>();
        var application = await db.Set<EstablishmentApplication>().AsNoTracking().SingleAsync(a => a.Number == happened.SubjectId, ct);
        var province = await db.Set<Node>().AsNoTracking().SingleAsync(n => n.Id == happened.NodeId, ct);
        return await RequestAsync(application, services.GetRequiredService<NetworkNaming>(), province, ct);
    }

    private static async Task RefusedAsync(NetworkDb db, UnitOfWork work, NodeEvent happened, Actor actor, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        var number = happened.SubjectId;
        var told = await db.Set<AuditEvent>().Where(e => e.Verb == RefusedVerb && e.SubjectId == number).Select(e => e.Detail).ToListAsync(ct);
        if (told.Any(detail => FoundingObstacle.Read(detail)?.Event == happened.Id))
        {
            return;
        }

        await work.CommitAsync(actor, deed =>
        {
            deed.Happened(new(RefusedVerb, "application", number, $"设立申报 {number} 已经认定，平台还没有建立")
            {
                Reason = string.Join("", refusals.Select(refusal => refusal.Message)),
                Detail = new FoundingObstacle(happened.Id, [.. refusals.Select(refusal => refusal.Code)], refusals.All(refusal => refusal.Field == "slug")),
            });
            return Task.FromResult(Outcome.Done);
        }, ct);
    }
}

/// <param name="Event">The delivery that met it.</param>
/// <param name="IsAddress">Another address name is all it takes.</param>
internal sealed record FoundingObstacle(Guid Event, IReadOnlyList<string> Codes, bool IsAddress)
{
    public static FoundingObstacle? Read(string? detail) => detail is null ? null : JsonSerializer.Deserialize<FoundingObstacle>(detail, WireJson.Options);
}
