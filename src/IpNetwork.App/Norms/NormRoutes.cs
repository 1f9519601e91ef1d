using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Norms;

internal static class NormRoutes
{
    private const string Public = "/norms";
    private const string Workbench = "/workbench/norms";

    public static void AddNorms(this IServiceCollection services)
    {
        services.AddScoped<ListNorms>();
        services.AddScoped<PublishNorm>();
    }

    public static void MapNorms(this IEndpointRouteBuilder api)
    {
        api.MapGet("/nodes/{node}/norms", async (ListNorms list, CancellationToken ct) => TypedResults.Ok(new ListOf<NormView>(await list.HandleAsync(ct), null)))
            .ProducesProblem(404)
            .WithName("ListNorms").WithSummary("全省统一的规范及其各版本")
            .AtNode().Allow(NormPolicy.Read);
        api.MapPost("/nodes/{node}/norms", async (string node, NormRequest body, PublishNorm publish, Actor actor, CancellationToken ct) =>
            {
                var outcome = await publish.HandleAsync(body, actor, ct);
                return outcome.IsDone ? Results.Created($"/api/v1/nodes/{node}/norms", null) : Answers.Problem(outcome.Refusals);
            })
            .Produces(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409)
            .WithName("PublishNorm").WithSummary("省级平台发布一版规范")
            .AtNode().CreatesOnce().Allow(NormPolicy.Publish);
    }

    public static void MapNormPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(Public, async (HttpContext context, ListNorms list, IShellContexts shells, CancellationToken ct) =>
                new RazorComponentResult<NormsPage>(new { Shell = await shells.ForAsync(context, "norms", ct), Norms = await list.HandleAsync(ct) }))
            .ExcludeFromDescription().AtNode().Allow(NormPolicy.Read);
        app.MapGet(Workbench, (HttpContext context, ListNorms list, IShellContexts shells, CancellationToken ct) => ShowAsync(context, list, shells, FormState.Empty, StatusCodes.Status200OK, ct))
            .ExcludeFromDescription().AtNode().Allow(NormPolicy.Publish);
        app.MapPost(Workbench, async (HttpContext context, PublishNorm publish, ListNorms list, IShellContexts shells, Actor actor, CancellationToken ct) =>
            {
                var form = await context.Request.ReadFormAsync(ct);
                var outcome = await publish.HandleAsync(NormRequest.Of(form), actor, ct);
                return outcome.IsDone
                    ? Results.Redirect(context.Request.PathBase + Workbench)
                    : await ShowAsync(context, list, shells, FormState.Of(form.ToDictionary(f => f.Key, f => f.Value.ToString())).Refused(outcome.Refusals), Answers.StatusOf(outcome.Refusals[0]), ct);
            })
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(NormPolicy.Publish);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ListNorms list, IShellContexts shells, FormState form, int status, CancellationToken ct) =>
        new RazorComponentResult<PublishNormForm>(new
        {
            Shell = await shells.ForAsync(context, "norms", ct),
            Norms = await list.HandleAsync(ct),
            Form = form,
            Action = $"{context.Request.PathBase}{Workbench}",
        })
        { StatusCode = status };
}
