using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Funding;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Funding;

internal static class FundingRoutes
{
    public static void AddFunding(this IServiceCollection services)
    {
        services.AddScoped<FundedPlatforms>();
        services.AddScoped<FundingBook>();
        services.AddScoped<INodeLife, FundingLife>();
        services.AddScoped<ProjectActs>();
        services.AddScoped<DemonstrationActs>();
        services.AddScoped<RecordLocalFunds>();
        services.AddScoped<FundingPages>();
        services.AddScoped<LocalFundsPages>();
    }

    public static void MapFunding(this IEndpointRouteBuilder api)
    {
        api.MapGet("/nodes/{node}/funding-projects", async (FundingBook book, CancellationToken ct) => TypedResults.Ok(new ListOf<ProjectView>(await book.AllAsync(ct), null)))
            .ProducesProblem(403).ProducesProblem(404)
            .WithName("ListFundingProjects").WithSummary("省级专项资金项目").AtNode().Allow(FundingPolicy.See);
        api.MapGet("/nodes/{node}/funding-projects/{id:guid}", async (Guid id, HttpContext context, FundingBook book, CancellationToken ct) => Found(context, await book.FindAsync(id, ct)))
            .Produces<ProjectView>().ProducesProblem(403).ProducesProblem(404)
            .WithName("ShowFundingProject").WithSummary("一个资金项目，含累计和上限").AtNode().Allow(FundingPolicy.See);
        api.MapPost("/nodes/{node}/funding-projects", async (string node, ProjectEntry body, ProjectActs acts, Actor actor, CancellationToken ct) =>
            {
                var outcome = await acts.RegisterAsync(body, actor, ct);
                return outcome.IsDone ? Results.Created($"/api/v1/nodes/{node}/funding-projects/{outcome.Value}", null) : Answers.Problem(outcome.Refusals);
            })
            .Produces(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409)
            .WithName("RegisterFundingProject").WithSummary("登记一个资金项目").AtNode().CreatesOnce().Allow(FundingPolicy.Review);
        api.MapPost("/nodes/{node}/funding-projects/{id:guid}/review", async (Guid id, ReviewText body, IfMatch seen, ProjectActs acts, Actor actor, CancellationToken ct) => Done(await acts.ReviewAsync(id, body, seen, actor, ct)))
            .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("ReviewFundingProject").WithSummary("登记评审结果").AtNode().CreatesOnce().Allow(FundingPolicy.Review);
        api.MapPost("/nodes/{node}/funding-projects/{id:guid}/award", async (Guid id, AwardText body, IfMatch seen, ProjectActs acts, Actor actor, CancellationToken ct) => Done(await acts.AwardAsync(id, body, seen, actor, ct)))
            .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("AwardFunds").WithSummary("下达资金").AtNode().CreatesOnce().Allow(FundingPolicy.Award);
        api.MapGet("/nodes/{node}/demonstrations", async (DemonstrationActs acts, CancellationToken ct) => TypedResults.Ok(new ListOf<DemonstrationView>(await acts.AllAsync(ct), null)))
            .ProducesProblem(403).ProducesProblem(404)
            .WithName("ListDemonstrations").WithSummary("示范平台").AtNode().Allow(FundingPolicy.See);
        api.MapPost("/nodes/{node}/demonstrations", async (string node, DemonstrationText body, DemonstrationActs acts, Actor actor, CancellationToken ct) =>
            {
                var outcome = await acts.BeginAsync(body, actor, ct);
                return outcome.IsDone ? Results.Created($"/api/v1/nodes/{node}/demonstrations", null) : Answers.Problem(outcome.Refusals);
            })
            .Produces(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409)
            .WithName("BeginDemonstration").WithSummary("认定示范平台").AtNode().CreatesOnce().Allow(FundingPolicy.Award);
        api.MapPost("/nodes/{node}/demonstrations/{id:guid}/end", async (Guid id, DemonstrationEnd body, IfMatch seen, DemonstrationActs acts, Actor actor, CancellationToken ct) => Done(await acts.EndAsync(id, body.To, seen, actor, ct)))
            .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("EndDemonstration").WithSummary("终止示范平台").AtNode().CreatesOnce().Allow(FundingPolicy.Award);
        api.MapGet("/nodes/{node}/local-funds", async (RecordLocalFunds funds, CancellationToken ct) => TypedResults.Ok(new ListOf<LocalFundsView>(await funds.AllAsync(ct), null)))
            .ProducesProblem(403).ProducesProblem(404)
            .WithName("ListLocalFunds").WithSummary("本地工作经费，按年度").AtNode().Allow(FundingPolicy.SeeLocal);
        api.MapPut("/nodes/{node}/local-funds/{year}", async (string year, LocalFundsText body, HttpContext context, RecordLocalFunds funds, Actor actor, CancellationToken ct) => Done(await funds.HandleAsync(year, body, await IfMatch.FindAsync(context), actor, ct)))
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(412)
            .WithName("RecordLocalFunds").WithSummary("登记一年的本地工作经费；改写时带 If-Match").AtNode().Allow(FundingPolicy.WriteLocal);
    }

    public static void MapFundingPages(this IEndpointRouteBuilder app)
    {
        FundingPages.Map(app.MapGroup(FundingPages.Path).AtNode().ExcludeFromDescription());
        LocalFundsPages.Map(app.MapGroup(LocalFundsPages.Path).AtNode().ExcludeFromDescription());
    }

    private static IResult Found(HttpContext context, ProjectView? view)
    {
        if (view is null)
        {
            return Answers.NotFound();
        }

        context.Response.Headers.ETag = view.ETag;
        return TypedResults.Ok(view);
    }

    private static IResult Done(Outcome outcome) => outcome.IsDone ? Results.NoContent() : Answers.Problem(outcome.Refusals);
}
