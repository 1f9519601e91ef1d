using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Catalog.Offerings;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.Offerings;

/// <summary>The node's catalog as the workbench lists it: what is missing, what conflicts, what is being written.</summary>
internal sealed class ListOfferings(CatalogDesk desk, NetworkDb db)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapGet("/offerings", async (HttpRequest request, ListOfferings list, CancellationToken ct) => await list.AnswerAsync(new(request.Query), ct))
            .Produces<ListOf<OfferingRow>>()
            .ProducesProblem(400)
            .WithName("ListOfferings")
            .WithSummary("本节点目录的工作清单：版本、状态、是否落地、缺什么、有无冲突")
            .Takes("show", "q", "category", "cursor", "limit")
            .AtNode()
            .Allow(CatalogPolicy.MaySeeOfferings);

    public async Task<IReadOnlyList<OfferingRow>> HandleAsync(CancellationToken ct)
    {
        var items = await desk.ItemsAsync(ct);
        var drafts = (await db.Set<OfferingDraft>().AsNoTracking().Select(d => d.ItemCode).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        return [.. items.Items.Concat(items.Cancelled).Select(item => OfferingRow.Of(item, drafts.Contains(item.Code)))];
    }

    private async Task<IResult> AnswerAsync(QueryReader query, CancellationToken ct)
    {
        var show = query.Choice<OfferingShow>("show") ?? OfferingShow.All;
        var text = ItemKey.Fold(query.Text("q", 60));
        var category = query.Text("category");
        var cursor = query.Text("cursor", 60);
        var limit = query.Limit();
        if (query.Refusals.Count > 0)
        {
            return Answers.Problem(query.Refusals);
        }

        var rows = (await HandleAsync(ct)).Where(row => row.Fits(show, text, category)).ToList();
        var from = cursor is null ? 0 : rows.FindIndex(row => row.Code == cursor) + 1;
        var page = rows.Skip(from).Take(limit).ToList();
        return TypedResults.Ok(new ListOf<OfferingRow>(page, rows.Count > from + limit ? page[^1].Code : null));
    }
}

internal enum OfferingShow
{
    All,
    NotLocalised,
    InConflict,
    Suspended,
    Cancelled,

    /// <summary>The node's own, value-added items.</summary>
    Own,
}

/// <param name="Missing">Names of the local fields still empty.</param>
internal sealed record OfferingRow(string Code, string Name, string? Category, ItemState State, int Version, DateTimeOffset InForceSince)
{
    public required bool IsPersonalised { get; init; }
    public required bool IsShared { get; init; }
    public required bool IsLocalised { get; init; }
    public required bool IsOffered { get; init; }
    public required IReadOnlyList<string> Missing { get; init; }
    public required int Conflicts { get; init; }
    public required bool HasDraft { get; init; }
    public required bool IsSample { get; init; }
    public required UpcomingChange? Next { get; init; }

    public static OfferingRow Of(EffectiveItem item, bool hasDraft) =>
        new(item.Code, item.Name, item.Content.Category, item.State, item.Version, item.InForceSince)
        {
            IsPersonalised = item.IsPersonalised,
            IsShared = item.IsShared,
            IsLocalised = item.IsLocalised,
            IsOffered = item.IsOffered,
            Missing = [.. item.Missing.Select(field => field.Name)],
            Conflicts = item.SetAside.Count,
            HasDraft = hasDraft,
            IsSample = item.IsSample,
            Next = item.Next,
        };

    /// <param name="text">Folded by <see cref="ItemKey.Fold"/>.</param>
    public bool Fits(OfferingShow show, string text, string? category) =>
        (show switch
        {
            OfferingShow.NotLocalised => State is not ItemState.Cancelled && !IsLocalised,
            OfferingShow.InConflict => Conflicts > 0,
            OfferingShow.Suspended => State is ItemState.Suspended,
            OfferingShow.Cancelled => State is ItemState.Cancelled,
            OfferingShow.Own => IsPersonalised && !IsShared,
            _ => State is not ItemState.Cancelled,
        })
        && (category is null || Category == category)
        && (text.Length == 0 || ItemKey.Fold(Name).Contains(text, StringComparison.Ordinal) || ItemKey.Fold(Code).Contains(text, StringComparison.Ordinal));
}
