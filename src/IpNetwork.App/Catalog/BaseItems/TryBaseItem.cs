using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Catalog.Items;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.BaseItems;

/// <summary>Which nodes, offerings and conflicts publishing a draft would touch. Nothing is written.</summary>
internal sealed class TryBaseItem(CatalogDesk desk, CatalogBook book, NodeDirectory directory, NetworkDb db, CurrentNode current)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapGet("/base-items/drafts/{id:guid}/what-if", async (Guid id, HttpRequest request, TryBaseItem attempt, CancellationToken ct) => await attempt.AnswerAsync(id, request, ct))
            .Produces<WhatIfResult>()
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithName("TryBaseItem")
            .WithSummary("试算：这份草稿发布后会碰到哪些节点、哪些本地信息和冲突")
            .Takes("effectiveOn")
            .AtNode()
            .Allow(CatalogPolicy.MaySeeBaseItems);

    public async Task<Outcome<WhatIf>> HandleAsync(Guid id, DateOnly? effectiveOn, CancellationToken ct)
    {
        if (await db.Set<BaseItemDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } draft)
        {
            return EdgeRefusals.Absent;
        }

        var now = desk.Now;
        var explained = draft.Write(draft.Content, draft.Reason ?? "试算", now);
        var candidate = explained.IsDone
            ? draft.Publish(await desk.CompiledHereAsync(ct), effectiveOn ?? EffectiveDay.Of(now), now, Guid.CreateVersion7(now))
            : Outcome.Refused<BaseItemVersion>(explained.Refusals);
        return candidate.IsDone
            ? WhatIf.Of(candidate.Value, await book.NetworkAsync(current.Id, ct))
            : Outcome.Refused<WhatIf>(candidate.Refusals);
    }

    private async Task<IResult> AnswerAsync(Guid id, HttpRequest request, CancellationToken ct)
    {
        var typed = request.Query["effectiveOn"].ToString();
        DateOnly? day = null;
        if (typed.Length > 0)
        {
            if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
            {
                return Answers.Problem(EdgeRefusals.NotADay("effectiveOn"));
            }

            day = parsed;
        }

        var outcome = await HandleAsync(id, day, ct);
        if (!outcome.IsDone)
        {
            return CatalogAnswers.Refused(outcome.Refusals);
        }

        var nodes = await directory.CurrentAsync(ct);
        return TypedResults.Ok(WhatIfResult.Of(outcome.Value, node => nodes.ById(node)?.Slug ?? ""));
    }
}

internal sealed record WhatIfResult
{
    public required DateTimeOffset EffectiveAt { get; init; }
    public required IReadOnlyList<FieldChanged> Changes { get; init; }
    public required IReadOnlyList<string> Reached { get; init; }
    public required IReadOnlyList<string> Gaining { get; init; }
    public required IReadOnlyList<string> Losing { get; init; }
    public required IReadOnlyList<string> OfferingsTouched { get; init; }
    public required IReadOnlyList<string> NoLongerLocalised { get; init; }
    public required IReadOnlyList<WhatIfConflict> NewConflicts { get; init; }
    public required IReadOnlyList<WhatIfConflict> ResolvedConflicts { get; init; }
    public required IReadOnlyList<int> TakenBack { get; init; }
    public required IReadOnlyList<WhatIfOwnItem> OwnItemsSuperseded { get; init; }
    public required bool LeavesBundle { get; init; }

    public static WhatIfResult Of(WhatIf trial, Func<NodeId, string> slug) => new()
    {
        EffectiveAt = trial.Candidate.EffectiveAt,
        Changes = [.. trial.Changes.Select(FieldChanged.Of)],
        Reached = [.. trial.Reached.Select(slug)],
        Gaining = [.. trial.Gaining.Select(slug)],
        Losing = [.. trial.Losing.Select(slug)],
        OfferingsTouched = [.. trial.OfferingsTouched.Select(slug)],
        NoLongerLocalised = [.. trial.NoLongerLocalised.Select(slug)],
        NewConflicts = [.. trial.NewConflicts.Select(conflict => Conflict(conflict, slug))],
        ResolvedConflicts = [.. trial.ResolvedConflicts.Select(conflict => Conflict(conflict, slug))],
        TakenBack = [.. trial.TakenBack.Select(version => version.Version)],
        OwnItemsSuperseded = [.. trial.OwnItemsSuperseded.Select(item => new WhatIfOwnItem(slug(item.NodeId), item.ItemCode, item.ItemName))],
        LeavesBundle = trial.LeavesBundle,
    };

    private static WhatIfConflict Conflict(NodeConflict conflict, Func<NodeId, string> slug) =>
        new(slug(conflict.NodeId), conflict.Value.Field.Name, conflict.Value.LocalValue, conflict.Value.ProvinceValue);
}

internal sealed record WhatIfConflict(string Node, string Field, string LocalValue, string? ProvinceValue);

internal sealed record WhatIfOwnItem(string Node, string Code, string Name);
