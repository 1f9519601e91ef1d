using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Items;

namespace IpNetwork.App.Catalog.BaseItems;

/// <summary>Every version of an item that was ever published, newest first, with what each changed.</summary>
internal sealed class ListBaseItemVersions(CatalogDesk desk, NodeDirectory directory)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapGet("/base-items/{code}/versions", async (string code, ListBaseItemVersions list, CancellationToken ct) =>
                await list.HandleAsync(code, ct) is { } history
                    ? TypedResults.Ok(new ListOf<BaseItemVersionView>(await list.ViewAsync(history, ct), null))
                    : Answers.NotFound())
            .Produces<ListOf<BaseItemVersionView>>()
            .ProducesProblem(404)
            .WithName("ListBaseItemVersions")
            .WithSummary("一个全省事项的历次版本")
            .AtNode()
            .Allow(CatalogPolicy.MaySeeBaseItems);

    public async Task<Timeline<BaseItemVersion>?> HandleAsync(string code, CancellationToken ct) => (await desk.CompiledHereAsync(ct)).History(code);

    private async Task<IReadOnlyList<BaseItemVersionView>> ViewAsync(Timeline<BaseItemVersion> history, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        return
        [
            .. history.Versions.Reverse().Select(version => new BaseItemVersionView(
                version.Version,
                version.EffectiveAt,
                version.PublishedAt,
                version.State,
                version.Reason,
                version == history.At(desk.Now),
                !history.Line.Contains(version),
                version.PromotedFromNode is { } origin ? nodes.ById(origin)?.Slug : null,
                [.. FieldDifference.Between(history.Numbered(version.Version - 1)?.Content, version.Content).Select(FieldChanged.Of)])),
        ];
    }
}

/// <param name="IsTakenBack">A later version began before this one could.</param>
internal sealed record BaseItemVersionView(
    int Version,
    DateTimeOffset EffectiveAt,
    DateTimeOffset PublishedAt,
    ItemState State,
    string Reason,
    bool IsInForce,
    bool IsTakenBack,
    string? PromotedFrom,
    IReadOnlyList<FieldChanged> Changes);

internal sealed record FieldChanged(string Field, string Label, string? Before, string? After)
{
    public static FieldChanged Of(FieldDifference difference) => new(difference.Field.Name, difference.Field.Label, difference.Before, difference.After);
}
