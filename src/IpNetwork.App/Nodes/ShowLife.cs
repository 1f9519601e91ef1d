using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Nodes;

/// <summary>A node's whole life on one page: the application, the way to acceptance, names, plates, funds. For its own people and for the province.</summary>
internal sealed class ShowLife(IEnumerable<INodeLife> rooms, NodeDirectory directory, CurrentNode current, IShellContexts shells)
{
    public const string Path = "/workbench/life";

    public static string Below(string basePath, string slug) => $"{basePath}{NetworkTreePage.Path}/{slug}/life";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/nodes/{node}/life", async (ShowLife life, CancellationToken ct) => TypedResults.Ok(new ListOf<LifeEntry>(await life.OwnAsync(ct), null)))
            .ProducesProblem(403).ProducesProblem(404)
            .WithName("ShowLife").WithSummary("本节点从申报到现在的经历：新的在前")
            .AtNode().Allow(NodePolicy.LookDown);
        api.MapGet("/nodes/{node}/network/{slug}/life", async (string slug, ShowLife life, CancellationToken ct) =>
                await life.BelowAsync(slug, ct) is { } below ? Results.Ok(new ListOf<LifeEntry>(await life.OfAsync(below, ct), null)) : Answers.NotFound())
            .Produces<ListOf<LifeEntry>>().ProducesProblem(403).ProducesProblem(404)
            .WithName("ShowLifeBelow").WithSummary("省级平台看一个下属节点从申报到现在的经历")
            .AtNode().Allow(NodePolicy.LookDown);
    }

    public static void MapPages(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, async (HttpContext context, ShowLife life, CancellationToken ct) => await life.ShowAsync(context, await life.OwnNodeAsync(ct), isOwn: true, ct))
            .ExcludeFromDescription().AtNode().Allow(NodePolicy.LookDown);
        app.MapGet($"{NetworkTreePage.Path}/{{slug}}/life", async (string slug, HttpContext context, ShowLife life, CancellationToken ct) =>
                await life.BelowAsync(slug, ct) is { } below ? await life.ShowAsync(context, below, isOwn: false, ct) : PageAnswers.Absent())
            .ExcludeFromDescription().AtNode().Allow(NodePolicy.LookDown);
    }

    private async Task<Node> OwnNodeAsync(CancellationToken ct) => (await directory.CurrentAsync(ct)).ById(current.Id) ?? throw new InvalidOperationException("The current node is not in the directory.");

    private async Task<IReadOnlyList<LifeEntry>> OwnAsync(CancellationToken ct) => await OfAsync(await OwnNodeAsync(ct), ct);

    /// <summary>Null for everybody but the province: what was written on the way to acceptance is between the two.</summary>
    private async Task<Node?> BelowAsync(string slug, CancellationToken ct) =>
        current.Node.Kind is NodeKind.Province && (await directory.CurrentAsync(ct)).BySlug(slug) is { } node && current.Node.Path.Covers(node.PathValue()) ? node : null;

    private async Task<IReadOnlyList<LifeEntry>> OfAsync(Node node, CancellationToken ct)
    {
        var reading = new LifeReading(node, current.Node.Kind is NodeKind.Province);
        var entries = new List<LifeEntry>();
        foreach (var room in rooms)
        {
            entries.AddRange(await room.OfAsync(reading, ct));
        }

        return [.. entries.OrderByDescending(e => e.On).ThenByDescending(e => e.At ?? ChinaTime.StartOf(e.On))];
    }

    private async Task<IResult> ShowAsync(HttpContext context, Node node, bool isOwn, CancellationToken ct)
    {
        var model = new LifeView(
            isOwn ? null : new("平台网络", $"{context.Request.PathBase}{NetworkTreePage.Path}"), isOwn ? "本平台" : node.ShortName,
            node.OfficialName ?? node.PlaceName, NodeWords.Status(node.Status), [.. (await OfAsync(node, ct)).GroupBy(e => e.On.Year)]);
        return new RazorComponentResult<LifePage>(new { Shell = await shells.ForAsync(context, isOwn ? "life" : "network", ct), Model = model });
    }
}

public sealed record LifeView(LinkView? Tree, string Node, string Name, StatusView Status, IReadOnlyList<IGrouping<int, LifeEntry>> Years);
