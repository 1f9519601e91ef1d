using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Plates;

internal static class PlateRoutes
{
    public static void AddPlates(this IServiceCollection services)
    {
        services.AddScoped<PlateBook>();
        services.AddScoped<PlateDesk>();
        services.AddScoped<PlateNaming>();
        services.AddScoped<ListPlates>();
        services.AddScoped<PreparePlate>();
        services.AddScoped<DecidePlate>();
        services.AddScoped<PlateOrders>();
        services.AddScoped<PlatePages>();
        services.AddScoped<PlateDeskPage>();
        services.AddScoped<PreparePages>();
        services.AddScoped<ProposalPages>();
        services.AddScoped<HangingPages>();
        services.AddScoped<IToDoList, PlateToDos>();
        services.AddScoped<INodeLife, PlateLife>();
        services.AddSingleton<IEventHandler, PlateUpkeep>();
    }

    public static void MapPlates(this IEndpointRouteBuilder api)
    {
        ListPlates.Map(api);
        ListProposals.Map(api);
        MapDecisions(api);
        foreach (var act in PlateAct.All)
        {
            api.MapPost($"/nodes/{{node}}/plates/{{number}}/{act.Noun}", async (string number, PlateOrderRequest body, PlateOrders orders, Actor actor, IfMatch version, CancellationToken ct) =>
                    Answer(await orders.CarryOutAsync(act, number, body, actor, version, ct)))
                .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
                .WithName(act == PlateAct.TakingDown ? "TakePlateDown" : "RestorePlate")
                .WithSummary($"省级平台对一块牌匾的决定：{act.Title}")
                .AtNode().CreatesOnce().Allow(PlatePolicy.Decide);
        }
    }

    public static void MapPlatePages(this IEndpointRouteBuilder app)
    {
        PlatePages.Map(app);
        PlateDeskPage.Map(app);
        PreparePages.Map(app);
        ProposalPages.Map(app);
        HangingPages.Map(app);
    }

    private static void MapDecisions(IEndpointRouteBuilder api)
    {
        const string path = "/nodes/{node}/plate-proposals";
        api.MapPost(path, async (string node, PlateRequest body, PreparePlate prepare, Actor actor, CancellationToken ct) =>
            {
                var outcome = await prepare.HandleAsync(body, actor, ct);
                return outcome.IsDone ? Results.Created($"/api/v1/nodes/{node}/plate-proposals/{outcome.Value}", null) : Answers.Problem(outcome.Refusals);
            })
            .Produces(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409)
            .WithName("PreparePlate").WithSummary("起草一块牌匾：文字按规则生成，另有规定的写明文号和理由")
            .AtNode().CreatesOnce().Allow(PlatePolicy.Prepare);
        api.MapPost($"{path}/{{id:guid}}/approval", async (string node, Guid id, PlateDecision body, DecidePlate decide, Actor actor, IfMatch version, CancellationToken ct) =>
                await decide.ApproveAsync(id, body.Opinion, version, actor, ct) switch
                {
                    null => Answers.NotFound(),
                    { IsDone: true } approved => Results.Created($"/api/v1/nodes/{node}/plates/{approved.Value}", null),
                    { } refused => Answers.Problem(refused.Refusals),
                })
            .Produces(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("ApprovePlate").WithSummary("批准一块牌匾：由起草人以外的负责人；平台从此运行")
            .AtNode().CreatesOnce().Allow(PlatePolicy.Decide);
        api.MapPost($"{path}/{{id:guid}}/refusal", async (Guid id, PlateDecision body, DecidePlate decide, Actor actor, IfMatch version, CancellationToken ct) =>
                Answer(await decide.DeclineAsync(id, body.Opinion, version, actor, ct)))
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("DeclinePlate").WithSummary("不批准一块牌匾，写明理由")
            .AtNode().CreatesOnce().Allow(PlatePolicy.Decide);
        api.MapPost($"{path}/{{id:guid}}/withdrawal", async (Guid id, DecidePlate decide, Actor actor, IfMatch version, CancellationToken ct) => Answer(await decide.WithdrawAsync(id, version, actor, ct)))
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("WithdrawPlate").WithSummary("撤回一块还没有批准的牌匾")
            .AtNode().CreatesOnce().Allow(PlatePolicy.Prepare);
    }

    private static IResult Answer(Domain.Kernel.Outcome? outcome) => outcome switch
    {
        null => Answers.NotFound(),
        { IsDone: true } => Results.NoContent(),
        { } refused => Answers.Problem(refused.Refusals),
    };
}
