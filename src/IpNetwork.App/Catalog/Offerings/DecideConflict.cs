using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Offerings;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.Offerings;

/// <summary>The node settles a value that was set aside: the province's holds, or a stricter one of its own. In force at once.</summary>
internal sealed class DecideConflict(CatalogDesk desk, PublishingDesk published, NetworkDb db, UnitOfWork work, CurrentNode current)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapPost("/offerings/{code}/conflict-decision", async (string code, ConflictDecisionRequest body, CurrentNode current, DecideConflict decide, Actor actor, CancellationToken ct) =>
                CatalogAnswers.Published(CatalogLinks.OfferingApi(current.Node, code), await decide.HandleAsync(code, body, actor, ct)))
            .Produces<VersionCreated>(201)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithName("DecideConflict")
            .WithSummary("处理一处版本冲突：按全省值执行，或改为更严的本地值")
            .AtNode()
            .CreatesOnce()
            .Allow(CatalogPolicy.MayEditOfferings);

    public async Task<Outcome<string>> HandleAsync(string code, ConflictDecisionRequest request, Actor actor, CancellationToken ct)
    {
        var change = new FieldChange(request.Field ?? "", request.Value, request.List);
        List<Refusal> unreadable = [.. CatalogEdge.Changes([change], current.Node.Kind), .. CatalogEdge.Reason(request.Reason)];
        if (CatalogFields.Find(change.Field) is not { CanBeOpened: true } field)
        {
            unreadable.Add(CatalogRefusals.UnknownField("field"));
            return Outcome.Refused<string>(unreadable);
        }

        if (!Enum.IsDefined(request.Answer))
        {
            unreadable.Add(EdgeRefusals.UnknownAnswer());
        }

        return unreadable.Count > 0 ? Outcome.Refused<string>(unreadable) : await work.CommitAsync(actor, async deed =>
        {
            await published.TakeTurnAsync(ct);
            var (province, node, now) = (await published.BaseAsync(ct), await published.NodeAsync(ct), desk.Now);
            if (province.At(code, now) is not { } item || node.Offering(code)?.Latest is not { } latest)
            {
                return EdgeRefusals.Absent;
            }

            if (await db.Set<OfferingDraft>().AnyAsync(d => d.ItemCode == code, ct))
            {
                return EdgeRefusals.DraftOpen(item.Content.Name);
            }

            var effective = new Domain.Catalog.Effective.EffectiveCatalog(province, node, []).Find(code, now);
            if (effective is null || effective.SetAside.All(value => value.Field != field))
            {
                return CatalogRefusals.NoConflict(field);
            }

            var draft = OfferingDraft.Start(current.Id, Guid.CreateVersion7(now), code, latest, now);
            draft.Explain(request.Reason ?? (request.Answer is ConflictAnswer.TakeProvince ? "改按全省新值执行" : "改为比全省更严的值"), now);
            var decided = request.Answer is ConflictAnswer.TakeProvince ? draft.TakeProvince(field, now) : draft.Apply(item.Content, [change], now);
            if (!decided.IsDone)
            {
                return Outcome.Refused<string>(decided.Refusals);
            }

            var outcome = draft.Publish(province, node, EffectiveDay.Of(now), now, Guid.CreateVersion7(now));
            if (!outcome.IsDone)
            {
                return Outcome.Refused<string>(outcome.Refusals);
            }

            PublishOffering.Add(db, current.Id, deed, outcome.Value);
            return outcome.Value.Version.ToString(CultureInfo.InvariantCulture);
        }, ct);
    }
}

/// <param name="Value">The stricter value; for materials <paramref name="List"/> names those still asked for.</param>
internal sealed record ConflictDecisionRequest(string? Field, ConflictAnswer Answer, string? Value, IReadOnlyList<string>? List, string? Reason);
