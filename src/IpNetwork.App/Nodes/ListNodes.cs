using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Nodes;

/// <summary>The public register of nodes, filtered and paged by slug.</summary>
internal sealed class ListNodes(NodeDirectory directory)
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/nodes", async (HttpRequest request, ListNodes list, CancellationToken ct) => await list.HandleAsync(new QueryReader(request.Query), ct))
            .Produces<ListOf<NodeView>>()
            .ProducesProblem(400)
            .WithName("ListNodes")
            .WithSummary("节点名录：按类型、上级、文字查找")
            .Takes("kind", "parent", "network", "q", "cursor", "limit")
            .Allow(RouteRule.Open);

    private async Task<IResult> HandleAsync(QueryReader query, CancellationToken ct)
    {
        var kind = query.Choice<NodeKind>("kind");
        var parent = query.Text("parent", Slug.Longest);
        var network = query.Text("network", Slug.Longest);
        var text = query.Text("q", 50);
        var cursor = query.Text("cursor", Slug.Longest);
        var limit = query.Limit();
        if (query.Refusals.Count > 0)
        {
            return Answers.Problem(query.Refusals);
        }

        var nodes = await directory.CurrentAsync(ct);
        var found = nodes.All
            .Where(n => kind is null || n.Kind == kind)
            .Where(n => parent is null || n.ParentId is { } id && nodes.ById(id)?.Slug == parent)
            .Where(n => network is null || nodes.ById(n.NetworkId)?.Slug == network)
            .Where(n => text is null || Matches(n, text))
            .OrderBy(n => n.Slug, StringComparer.Ordinal)
            .Where(n => cursor is null || string.CompareOrdinal(n.Slug, cursor) > 0)
            .Take(limit + 1)
            .ToList();
        var page = found.Take(limit).ToList();
        return TypedResults.Ok(new ListOf<NodeView>([.. page.Select(n => NodeView.Of(n, nodes))], found.Count > limit ? page[^1].Slug : null));
    }

    internal static bool Matches(Node node, string text) =>
        node.PlaceName.Contains(text, StringComparison.OrdinalIgnoreCase)
        || node.ShortName.Contains(text, StringComparison.OrdinalIgnoreCase)
        || node.Slug.Contains(text, StringComparison.OrdinalIgnoreCase)
        || node.DivisionCode.StartsWith(text, StringComparison.Ordinal)
        || node.OfficialName?.Contains(text, StringComparison.OrdinalIgnoreCase) is true;
}
