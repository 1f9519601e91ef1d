using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Catalog.Effective;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog.BaseItems;

/// <summary>One item across all nodes of the network: who fell short, who promises more, who is in conflict.</summary>
internal sealed class CompareBaseItem(CatalogDesk desk, CatalogBook book, NodeDirectory directory, CurrentNode current)
{
    public static void Map(IEndpointRouteBuilder node) =>
        node.MapGet("/base-items/{code}/differences", async (string code, CompareBaseItem compare, CancellationToken ct) => await compare.AnswerAsync(code, ct))
            .Produces<DifferenceResult>()
            .ProducesProblem(404)
            .WithName("CompareBaseItem")
            .WithSummary("一个事项在全省各节点的差异")
            .AtNode()
            .Allow(CatalogPolicy.MaySeeBaseItems);

    public async Task<DifferenceReport?> HandleAsync(string code, CancellationToken ct) =>
        (await desk.CompiledHereAsync(ct)).History(code) is null ? null : DifferenceReport.Of(code, await book.NetworkAsync(current.Id, ct), desk.Now);

    private async Task<IResult> AnswerAsync(string code, CancellationToken ct)
    {
        if (await HandleAsync(code, ct) is not { } report)
        {
            return Answers.NotFound();
        }

        var nodes = await directory.CurrentAsync(ct);
        return TypedResults.Ok(new DifferenceResult(
            report.Offered,
            report.NotLocalised,
            report.Tightened,
            report.InConflict,
            [.. report.Nodes.Select(row => NodeDifferenceView.Of(row, nodes.ById(row.Node.Id)?.Slug ?? ""))]));
    }
}

internal sealed record DifferenceResult(int Offered, int NotLocalised, int Tightened, int InConflict, IReadOnlyList<NodeDifferenceView> Items);

internal sealed record NodeDifferenceView(
    string Node,
    NodeKind Kind,
    ItemState State,
    bool IsOffered,
    int? OfferingVersion,
    IReadOnlyList<FieldSaid> Local,
    IReadOnlyList<FieldSaid> Tightened,
    IReadOnlyList<string> Missing,
    IReadOnlyList<FieldSaid> SetAside)
{
    public static NodeDifferenceView Of(NodeDifference row, string slug) => new(
        slug,
        row.Node.Kind,
        row.State,
        row.IsOffered,
        row.OfferingVersion,
        [.. row.Local.Select(field => new FieldSaid(field.Field.Name, field.Value, null))],
        [.. row.Tightened.Select(field => new FieldSaid(field.Field.Name, field.Value, field.ProvinceValue))],
        [.. row.Missing.Select(field => field.Name)],
        [.. row.SetAside.Select(value => new FieldSaid(value.Field.Name, value.LocalValue, value.ProvinceValue))]);
}

internal sealed record FieldSaid(string Field, string? Value, string? ProvinceValue);
