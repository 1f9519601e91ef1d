using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Nodes;

/// <summary>The workbench's tree: the own node and everything below, with what its reader may order.</summary>
internal static class NetworkTreePage
{
    public const string Path = "/workbench/network";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, async (HttpContext context, Actor actor, CurrentNode current, NodeDirectory directory, IShellContexts shells, CancellationToken ct) =>
                Sought.Read(context) is { } sought
                    ? new RazorComponentResult<NodeTree>(new
                    {
                        Shell = await shells.ForAsync(context, "network", ct),
                        Model = View(context, sought, await directory.CurrentAsync(ct), current, mayOrder: NodePolicy.MayFound(actor, current.Node) is null),
                    })
                    : Results.StatusCode(StatusCodes.Status400BadRequest))
            .ExcludeFromDescription().AtNode().Allow(NodePolicy.LookDown);
        app.MapGet($"{Path}/export", async (HttpContext context, CurrentNode current, NodeDirectory directory, CancellationToken ct) =>
                Sought.Read(context) is { } sought && await directory.CurrentAsync(ct) is var nodes
                    ? NodeSheet.Of(Below(nodes, current).Where(sought.Fits), nodes)
                    : Results.StatusCode(StatusCodes.Status400BadRequest))
            .ExcludeFromDescription().AtNode().Allow(NodePolicy.LookDown);
    }

    private static NodeTreeView View(HttpContext context, Sought sought, NodeDirectory.Snapshot nodes, CurrentNode current, bool mayOrder)
    {
        var all = Below(nodes, current);
        var found = all.Where(sought.Fits).ToList();
        var rest = found.Where(n => sought.After is null || string.CompareOrdinal(n.Path, sought.After) > 0).ToList();
        var page = rest.Take(QueryReader.MaxLimit).ToList();
        var (href, own) = (context.Request.PathBase + Path, all[0]);
        return new()
        {
            ListHref = href,
            Query = sought.Text ?? "",
            Kinds = [new("全部", href, all.Count, sought.Kind is null), .. all.GroupBy(n => n.Kind).OrderBy(g => g.Key).Select(g => new SegmentView(NodeWords.Of(g.Key), $"{href}?kind={g.Key}", g.Count(), sought.Kind == g.Key))],
            Rows = [.. page.Select(n => Row(context, n, own, nodes, mayOrder ? href : null))],
            Pages = new(page.Count, found.Count, sought.After is null ? null : href + sought.Conditions(null), rest.Count > page.Count ? href + sought.Conditions(page[^1].Path) : null) { Unit = "个" },
            ExportHref = found.Count == 0 ? null : $"{href}/export{sought.Conditions(null)}",
            FoundHref = mayOrder ? href + "/new" : null,
        };
    }

    /// <summary>In tree order, the own node first.</summary>
    private static List<Node> Below(NodeDirectory.Snapshot nodes, CurrentNode current) =>
        [.. nodes.Subtree(nodes.ById(current.Id) ?? throw new InvalidOperationException("The current node is not in the directory.")).OrderBy(n => n.Path, StringComparer.Ordinal)];

    private static TreeRow Row(HttpContext context, Node node, Node own, NodeDirectory.Snapshot nodes, string? ordersHref) =>
        new(node.PathValue().Depth - own.PathValue().Depth, node.ShortName, node.OfficialName, context.HrefTo(node), node.Kind, node.Status)
        {
            Slug = node.Slug,
            PlatedOn = node.PlatedOn,
            Children = nodes.ChildrenOf(node.Id).Count(),
            IsSample = node.IsSample,
            LifeHref = own.Kind is NodeKind.Province ? ShowLife.Below(context.Request.PathBase, node.Slug) : node.Id == own.Id ? context.Request.PathBase + ShowLife.Path : null,
            Acts = ordersHref is null || node.Status == NodeStatus.Merged ? [] : [.. NodeAct.All.Where(act => Fits(act, node)).Select(act => new LinkView(act.Title, $"{ordersHref}/{node.Slug}/{act.Noun}"))],
        };

    private static bool Fits(NodeAct act, Node node) => act.Noun switch
    {
        "relocation" or "merger" => node.Kind != NodeKind.Province,
        "suspension" => node.IsOpenToPublic,
        "resumption" => node.Status == NodeStatus.Suspended,
        _ => true,
    };

    private sealed record Sought(NodeKind? Kind, string? Text, string? After)
    {
        /// <summary>Null when the conditions cannot be read; the error page then says why.</summary>
        public static Sought? Read(HttpContext context)
        {
            var query = new QueryReader(context.Request.Query);
            var sought = new Sought(query.Choice<NodeKind>("kind"), query.Text("q", 60), query.Text("cursor", 100));
            if (query.Refusals.Count > 0)
            {
                context.Features.Set(query.Refusals[0]);
                return null;
            }

            return sought;
        }

        public bool Fits(Node node) => (Kind is null || node.Kind == Kind)
            && (Text is null || node.PlaceName.Contains(Text, StringComparison.OrdinalIgnoreCase) || node.ShortName.Contains(Text, StringComparison.OrdinalIgnoreCase));

        public QueryString Conditions(string? cursor) =>
            QueryString.Create(new Dictionary<string, string?> { ["kind"] = Kind?.ToString(), ["q"] = Text, ["cursor"] = cursor }.Where(p => p.Value is not null));
    }
}
