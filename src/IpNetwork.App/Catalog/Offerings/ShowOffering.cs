using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Catalog.Offerings;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Catalog.Offerings;

/// <summary>One item as it holds here at a moment, each field with its origin, and the draft over it.</summary>
internal sealed class ShowOffering(CatalogDesk desk, NodeDirectory directory, NetworkDb db)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapGet("/offerings/{code}", async (string code, HttpContext context, ShowOffering show, CancellationToken ct) => await show.AnswerAsync(code, context, ct))
            .Produces<OfferingDetail>()
            .ProducesProblem(404)
            .WithName("ShowOffering")
            .WithSummary("一个事项在本节点、某一时刻的有效视图：每个要素的值和来源")
            .Takes("at")
            .AtNode()
            .Allow(CatalogPolicy.MaySeeOfferings);

    public async Task<OfferingFound?> HandleAsync(string code, DateTimeOffset? at, CancellationToken ct)
    {
        var catalog = await desk.CatalogAsync(ct);
        var draft = await db.Set<OfferingDraft>().SingleOrDefaultAsync(d => d.ItemCode == code, ct);
        return catalog.Find(code, at ?? desk.Now) is { } item
            ? new(item, catalog, draft, draft is null ? null : db.VersionOf(draft))
            : null;
    }

    private async Task<IResult> AnswerAsync(string code, HttpContext context, CancellationToken ct)
    {
        var query = new QueryReader(context.Request.Query);
        var at = query.Instant("at");
        if (query.Refusals.Count > 0)
        {
            return Answers.Problem(query.Refusals);
        }

        if (await HandleAsync(code, at, ct) is not { } found)
        {
            return Answers.NotFound();
        }

        if (found.DraftVersion is { } version)
        {
            ETags.Send(context, version);
        }

        var nodes = await directory.CurrentAsync(ct);
        return TypedResults.Ok(OfferingDetail.Of(found, id => nodes.ById(id)?.Slug ?? ""));
    }
}

/// <param name="DraftVersion">What a change of the draft must name.</param>
internal sealed record OfferingFound(EffectiveItem Item, EffectiveCatalog Catalog, OfferingDraft? Draft, uint? DraftVersion);

internal sealed record OfferingDetail(string Code, string Name, ItemState State, string Reason, int Version, DateTimeOffset InForceSince, string OwnedBy)
{
    public required int? OfferingVersion { get; init; }
    public required bool IsPersonalised { get; init; }
    public required bool IsLocalised { get; init; }
    public required bool IsOffered { get; init; }
    public required bool IsSample { get; init; }
    public required UpcomingChange? Next { get; init; }
    public required IReadOnlyList<string> Missing { get; init; }
    public required IReadOnlyList<RequiredDocument> Materials { get; init; }
    public required IReadOnlyList<OfferingField> Fields { get; init; }
    public required OfferingDraftView? Draft { get; init; }

    public static OfferingDetail Of(OfferingFound found, Func<Domain.Kernel.NodeId, string> slug)
    {
        var item = found.Item;
        return new(item.Code, item.Name, item.State, item.Reason, item.Version, item.InForceSince, slug(item.OwnedBy))
        {
            OfferingVersion = item.Offering?.Version,
            IsPersonalised = item.IsPersonalised,
            IsLocalised = item.IsLocalised,
            IsOffered = item.IsOffered,
            IsSample = item.IsSample,
            Next = item.Next,
            Missing = [.. item.Missing.Select(field => field.Name)],
            Materials = item.Materials,
            Fields = [.. item.Fields.Select(field => OfferingField.Of(field, slug))],
            Draft = found.Draft is { } draft ? new(draft.Local, draft.Tightening, draft.BasedOnVersion, draft.Reason, draft.UpdatedAt) : null,
        };
    }
}

internal sealed record OfferingField(string Name, string Label, string? Value, Governance Governance, FieldOrigin Origin, string? ProvinceValue, SetAsideValue? SetAside)
{
    public static OfferingField Of(EffectiveField field, Func<Domain.Kernel.NodeId, string> slug) => new(
        field.Field.Name,
        field.Field.Label,
        field.Value,
        field.Governance,
        new(slug(field.Origin.Node), field.Origin.Kind),
        field.ProvinceValue,
        field.SetAside is { } value ? new(value.Cause, value.LocalValue, value.ProvinceValue) : null);
}

internal sealed record FieldOrigin(string Node, OriginKind Kind);

internal sealed record SetAsideValue(SetAsideCause Cause, string LocalValue, string? ProvinceValue);

internal sealed record OfferingDraftView(LocalFields Local, Tightening Tightening, int BasedOnVersion, string? Reason, DateTimeOffset UpdatedAt);
