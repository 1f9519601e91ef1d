using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Nodes;

/// <summary>Every platform of the network on one page: each city with what hangs below it.</summary>
internal static class ShowNetwork
{
    private const int LongestText = 60;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/network", async (HttpContext context, NodeDirectory directory, CurrentNode current, IShellContexts shells, CancellationToken ct) =>
            {
                if (Asked(context) is not { } asked)
                {
                    return Results.StatusCode(StatusCodes.Status400BadRequest);
                }

                var nodes = await directory.CurrentAsync(ct);
                return new RazorComponentResult<NetworkPage>(new
                {
                    Shell = await shells.ForAsync(context, "network", ct),
                    Model = View(context, nodes, Members(nodes, current), asked.Text, asked.Kind),
                });
            })
            .ExcludeFromDescription()
            .AtNode()
            .Allow(RouteRule.Open);
        app.MapGet("/network/export", async (HttpContext context, NodeDirectory directory, CurrentNode current, CancellationToken ct) =>
            {
                if (Asked(context) is not { } asked)
                {
                    return Results.StatusCode(StatusCodes.Status400BadRequest);
                }

                var nodes = await directory.CurrentAsync(ct);
                return NodeSheet.Of(Members(nodes, current).Where(n => IsFound(n, asked.Text, asked.Kind)).OrderBy(n => n.Path, StringComparer.Ordinal), nodes);
            })
            .ExcludeFromDescription()
            .AtNode()
            .Allow(RouteRule.Open);
    }

    /// <summary>Null when the conditions cannot be read; the error page then says why.</summary>
    private static (string? Text, NodeKind? Kind)? Asked(HttpContext context)
    {
        var reader = new QueryReader(context.Request.Query);
        var (text, kind) = (reader.Text("q", LongestText), reader.Choice<NodeKind>("kind"));
        if (reader.Refusals.Count > 0)
        {
            context.Features.Set(reader.Refusals[0]);
            return null;
        }

        return (text, kind);
    }

    private static List<Node> Members(NodeDirectory.Snapshot nodes, CurrentNode current) =>
        [.. nodes.All.Where(n => n.NetworkId == current.Node.NetworkId && n.Status is not (NodeStatus.Delisted or NodeStatus.Merged))];

    private static bool IsFound(Node node, string? text, NodeKind? kind) => (text is null || ListNodes.Matches(node, text)) && (kind is null || node.Kind == kind);

    private static NetworkView View(HttpContext context, NodeDirectory.Snapshot nodes, IReadOnlyList<Node> members, string? text, NodeKind? kind)
    {
        var named = members.Where(n => text is null || ListNodes.Matches(n, text)).ToList();
        var found = named.Where(n => IsFound(n, null, kind)).ToHashSet();
        var list = $"{context.Request.PathBase}/network";
        return new()
        {
            ListHref = list,
            Query = text ?? "",
            Kinds =
            [
                new("全部", Href(null), named.Count, kind is null),
                .. named.GroupBy(n => n.Kind).OrderBy(g => g.Key).Select(g => new SegmentView(NodeWords.Of(g.Key), Href(g.Key), g.Count(), kind == g.Key)),
            ],
            Province = found.FirstOrDefault(n => n.Kind is NodeKind.Province) is { } province ? Row(context, province) : null,
            Groups = [.. members.Where(n => n.Kind is NodeKind.City).OrderBy(n => n.DivisionCode, StringComparer.Ordinal).Select(Group).OfType<NetworkGroup>()],
            Found = found.Count,
            ExportHref = found.Count == 0 ? null : $"{list}/export{Conditions(kind)}",
        };

        string Href(NodeKind? to) => list + Conditions(to);

        QueryString Conditions(NodeKind? to) => QueryString.Create(new[] { KeyValuePair.Create("q", text), KeyValuePair.Create("kind", to?.ToString()) }.Where(c => c.Value is not null));

        NetworkGroup? Group(Node city)
        {
            var below = nodes.Subtree(city).Where(n => n.Id != city.Id && found.Contains(n)).OrderBy(n => n.Kind).ThenBy(n => n.DivisionCode, StringComparer.Ordinal).ToList();
            return below.Count > 0 || found.Contains(city)
                ? new(Row(context, city) with { IsMatch = found.Contains(city) }, [.. below.Select(n => Row(context, n))])
                : null;
        }
    }

    private static NetworkRow Row(HttpContext context, Node node) =>
        new(node.ShortName, node.OfficialName, context.HrefTo(node), node.Kind, node.Status) { PlatedOn = node.PlatedOn, IsSample = node.IsSample };
}
