using System.Globalization;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Funding;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Funding;

/// <summary>The province's pages of the special fund: the projects, one project, the demonstration platforms.</summary>
internal sealed class FundingPages(FundingBook book, FundedPlatforms platforms, ProjectActs acts, DemonstrationActs demonstrations, IShellContexts shells, TimeProvider clock)
{
    public const string Path = "/workbench/funding";
    private const string Tab = "funding";

    public static void Map(IEndpointRouteBuilder funding)
    {
        funding.MapGet("", (HttpContext context, FundingPages pages) => pages.ListAsync(context, null, [])).Allow(FundingPolicy.See);
        funding.MapPost("", (HttpContext context, FundingPages pages, Actor actor) => pages.RegisterAsync(context, actor)).CreatesOnce().Allow(FundingPolicy.Review);
        funding.MapGet("/{id:guid}", (Guid id, HttpContext context, FundingPages pages) => pages.ShowAsync(id, context, null, [])).Allow(FundingPolicy.See);
        funding.MapPost("/{id:guid}/review", (Guid id, HttpContext context, FundingPages pages, IfMatch seen, Actor actor) => pages.ReviewAsync(id, context, seen, actor)).CreatesOnce().Allow(FundingPolicy.Review);
        funding.MapPost("/{id:guid}/award", (Guid id, HttpContext context, FundingPages pages, IfMatch seen, Actor actor) => pages.AwardAsync(id, context, seen, actor)).CreatesOnce().Allow(FundingPolicy.Award);
        funding.MapGet("/demonstrations", (HttpContext context, FundingPages pages) => pages.DemonstrationsAsync(context, null, [])).Allow(FundingPolicy.See);
        funding.MapPost("/demonstrations", (HttpContext context, FundingPages pages, Actor actor) => pages.BeginAsync(context, actor)).CreatesOnce().Allow(FundingPolicy.Award);
        funding.MapPost("/demonstrations/{id:guid}/end", (Guid id, HttpContext context, FundingPages pages, IfMatch seen, Actor actor) => pages.EndAsync(id, context, seen, actor)).CreatesOnce().Allow(FundingPolicy.Award);
    }

    private static string Address(HttpContext context, string rest = "") => $"{context.Request.PathBase}{Path}{rest}";

    private async Task<IResult> ListAsync(HttpContext context, Dictionary<string, string>? typed, IReadOnlyList<Refusal> refusals)
    {
        var ct = context.RequestAborted;
        var roles = context.Features.Get<ActingRoles>()?.Roles ?? [];
        return await AnswerAsync<FundingList>(context, new FundingListView
        {
            Action = Address(context),
            Demonstrations = Address(context, "/demonstrations"),
            Form = FormState.Of(typed ?? []).Refused(refusals),
            Rows = [.. (await book.AllAsync(ct)).Select(p => new FundingRow(new(p.ProjectNumber, Address(context, $"/{p.Id}")), p))],
            Platforms = FundingPolicy.Review.LetsIn(roles)
                ? [new("", "请选择"), .. (await platforms.AllAsync(ct)).Select(p => new FieldOption(p.Key, $"{p.Name}（{NodeWords.Of(p.Kind)}，建设年度 {p.BuildYear}）"))]
                : [],
        }, refusals);
    }

    private async Task<IResult> RegisterAsync(HttpContext context, Actor actor)
    {
        var typed = await PageAnswers.TypedAsync(context);
        var outcome = await acts.RegisterAsync(new(typed.GetValueOrDefault("projectNumber"), typed.GetValueOrDefault("platform"), typed.GetValueOrDefault("workBody"), typed.GetValueOrDefault("uscc")), actor, context.RequestAborted);
        return outcome.IsDone ? PageAnswers.Go(Address(context, $"/{outcome.Value}")) : await ListAsync(context, typed, outcome.Refusals);
    }

    private async Task<IResult> ShowAsync(Guid id, HttpContext context, Dictionary<string, string>? typed, IReadOnlyList<Refusal> refusals)
    {
        if (await book.FindAsync(id, context.RequestAborted) is not { } project)
        {
            return PageAnswers.Absent();
        }

        var roles = context.Features.Get<ActingRoles>()?.Roles ?? [];
        return await AnswerAsync<FundingProjectPage>(context, new FundingProjectView
        {
            Project = project,
            Action = Address(context, $"/{id}"),
            List = new("专项资金", Address(context)),
            Version = typed?.GetValueOrDefault(IfMatch.Field) ?? project.ETag?.Trim('"'),
            Form = FormState.Of(typed ?? new() { ["unit"] = "wan", ["reviewedOn"] = Today, ["awardedOn"] = Today }).Refused(refusals),
            MayReview = project.Review is ReviewResult.Waiting && FundingPolicy.Review.LetsIn(roles),
            MayAward = project is { Review: ReviewResult.Passed, AwardedOn: null } && FundingPolicy.Award.LetsIn(roles),
        }, refusals);
    }

    private async Task<IResult> ReviewAsync(Guid id, HttpContext context, IfMatch seen, Actor actor)
    {
        var typed = await PageAnswers.TypedAsync(context);
        bool? passed = typed.GetValueOrDefault("passed") switch { "yes" => true, "no" => false, _ => null };
        var outcome = await acts.ReviewAsync(id, new(passed, typed.GetValueOrDefault("reviewedOn"), typed.GetValueOrDefault("note")), seen, actor, context.RequestAborted);
        return outcome.IsDone ? PageAnswers.Go(Address(context, $"/{id}")) : await ShowAsync(id, context, typed, outcome.Refusals);
    }

    private async Task<IResult> AwardAsync(Guid id, HttpContext context, IfMatch seen, Actor actor)
    {
        var typed = await PageAnswers.TypedAsync(context);
        var outcome = await acts.AwardAsync(id, new(typed.GetValueOrDefault("amount"), typed.GetValueOrDefault("unit"), typed.GetValueOrDefault("awardedOn"), typed.GetValueOrDefault("document")), seen, actor, context.RequestAborted);
        return outcome.IsDone ? PageAnswers.Go(Address(context, $"/{id}")) : await ShowAsync(id, context, typed, outcome.Refusals);
    }

    private async Task<IResult> DemonstrationsAsync(HttpContext context, Dictionary<string, string>? typed, IReadOnlyList<Refusal> refusals)
    {
        var ct = context.RequestAborted;
        var mayMark = FundingPolicy.Award.LetsIn(context.Features.Get<ActingRoles>()?.Roles ?? []);
        return await AnswerAsync<DemonstrationList>(context, new DemonstrationListView
        {
            Action = Address(context, "/demonstrations"),
            List = new("专项资金", Address(context)),
            Form = FormState.Of(typed ?? new() { ["from"] = Today }).Refused(refusals),
            Rows = await demonstrations.AllAsync(ct),
            MayMark = mayMark,
            Today = Today,
            Platforms = mayMark ? [new("", "请选择"), .. (await platforms.NodesAsync(ct)).Select(p => new FieldOption(p.Key, $"{p.Name}（{NodeWords.Of(p.Kind)}）"))] : [],
        }, refusals);
    }

    private async Task<IResult> BeginAsync(HttpContext context, Actor actor)
    {
        var typed = await PageAnswers.TypedAsync(context);
        var outcome = await demonstrations.BeginAsync(new(typed.GetValueOrDefault("platform"), typed.GetValueOrDefault("from"), typed.GetValueOrDefault("documentNumber")), actor, context.RequestAborted);
        return outcome.IsDone ? PageAnswers.Go(Address(context, "/demonstrations")) : await DemonstrationsAsync(context, typed, outcome.Refusals);
    }

    private async Task<IResult> EndAsync(Guid id, HttpContext context, IfMatch seen, Actor actor)
    {
        var typed = await PageAnswers.TypedAsync(context);
        var outcome = await demonstrations.EndAsync(id, typed.GetValueOrDefault("to"), seen, actor, context.RequestAborted);
        return outcome.IsDone ? PageAnswers.Go(Address(context, "/demonstrations"))
            : outcome.Refusals[0] == Answers.Absent ? PageAnswers.Absent()
            : await DemonstrationsAsync(context, typed, outcome.Refusals);
    }

    private string Today => ChinaTime.DayOf(clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<IResult> AnswerAsync<TPage>(HttpContext context, object model, IReadOnlyList<Refusal> refusals)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Shell"] = await shells.ForAsync(context, Tab, context.RequestAborted), ["Model"] = model })
        {
            StatusCode = refusals.Count > 0 ? Answers.StatusOf(refusals[0]) : StatusCodes.Status200OK,
        };
}
