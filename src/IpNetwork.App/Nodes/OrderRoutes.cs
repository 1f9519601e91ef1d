using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Nodes;

/// <summary>Orders about the network: the acting node is in the address, the affected one behind it.</summary>
internal static class OrderRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/nodes/{node}/network", async (FoundRequest body, FoundNode found, Actor actor, CancellationToken ct) =>
            {
                var outcome = await found.HandleAsync(body, actor, ct);
                return outcome.IsDone ? Results.Created($"/api/v1/nodes/{outcome.Value}", null) : Answers.Problem(outcome.Refusals);
            })
            .Produces(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409)
            .WithName("FoundNode")
            .WithSummary("省级平台设立一个节点")
            .AtNode()
            .CreatesOnce()
            .Allow(NodePolicy.Order);

        foreach (var act in NodeAct.All)
        {
            api.MapPost($"/nodes/{{node}}/network/{{slug}}/{act.Noun}", async (string slug, OrderRequest body, NodeOrders orders, Actor actor, IfMatch version, CancellationToken ct) =>
                    await orders.CarryOutAsync(act, slug, body, actor, version, ct) switch
                    {
                        null => Answers.NotFound(),
                        { IsDone: true } => Results.NoContent(),
                        { } refused => Answers.Problem(refused.Refusals),
                    })
                .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
                .WithName($"Node{act.Verb[(act.Verb.IndexOf('.') + 1)..].Replace("-", "", StringComparison.Ordinal)}")
                .WithSummary($"省级平台下达节点变更：{act.Title}")
                .AtNode()
                .CreatesOnce()
                .Allow(NodePolicy.Order);
        }
    }
}
