using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Nodes;

internal static class ShowNode
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/nodes/{node}", async (CurrentNode current, NodeDirectory directory, CancellationToken ct) =>
            {
                var nodes = await directory.CurrentAsync(ct);
                return nodes.ById(current.Id) is { } node ? Results.Ok(NodeView.Of(node, nodes)) : Answers.NotFound();
            })
            .Produces<NodeView>()
            .ProducesProblem(404)
            .WithName("ShowNode")
            .WithSummary("一个节点")
            .AtNode()
            .Allow(RouteRule.Open);
}
