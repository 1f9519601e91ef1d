using System.Globalization;
using IpNetwork.App.Establishment.Filing.Form;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Establishment.Filing.Submitting;

/// <summary>Confirming what cannot be undone, and the receipt.</summary>
internal sealed class SubmissionPages(FilingDesk desk, SelfChecks checks, SubmitApplication submit, WithdrawApplication withdraw, IShellContexts shells)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{FilingLinks.OnePath}/{FilingLinks.Submission}", (Guid id, HttpContext context, SubmissionPages pages, Actor actor) => pages.ShowAsync(id, true, context, actor, []))
            .ExcludeFromDescription().AtNode().Allow(FilingPolicy.Own);
        app.MapPost($"{FilingLinks.OnePath}/{FilingLinks.Submission}", async (Guid id, HttpContext context, SubmissionPages pages, IfMatch seen, Actor actor) =>
                await pages.AnswerAsync(id, true, FilingLinks.Receipt, context, actor, await pages.SubmitAsync(id, seen, actor, context.RequestAborted)))
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(FilingPolicy.Own);
        app.MapGet($"{FilingLinks.OnePath}/{FilingLinks.Withdrawal}", (Guid id, HttpContext context, SubmissionPages pages, Actor actor) => pages.ShowAsync(id, false, context, actor, []))
            .ExcludeFromDescription().AtNode().Allow(FilingPolicy.Own);
        app.MapPost($"{FilingLinks.OnePath}/{FilingLinks.Withdrawal}", async (Guid id, HttpContext context, SubmissionPages pages, IfMatch seen, Actor actor) =>
                await pages.AnswerAsync(id, false, null, context, actor, await pages.WithdrawAsync(id, seen, actor, context.RequestAborted)))
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(FilingPolicy.Own);
        app.MapGet($"{FilingLinks.OnePath}/{FilingLinks.Receipt}", (Guid id, HttpContext context, SubmissionPages pages, Actor actor) => pages.ReceiptAsync(id, context, actor))
            .ExcludeFromDescription().AtNode().Allow(FilingPolicy.Own);
    }

    private Task<Outcome> SubmitAsync(Guid id, IfMatch seen, Actor actor, CancellationToken ct) => submit.HandleAsync(id, seen, actor, ct);

    private Task<Outcome> WithdrawAsync(Guid id, IfMatch seen, Actor actor, CancellationToken ct) => withdraw.HandleAsync(id, seen, actor, ct);

    private async Task<IResult> AnswerAsync(Guid id, bool submits, string? done, HttpContext context, Actor actor, Outcome outcome) =>
        outcome.IsDone ? PageAnswers.Go(FilingLinks.One(context, id, done))
        : outcome.Refusals[0] == Answers.Absent ? PageAnswers.Absent()
        : await ShowAsync(id, submits, context, actor, outcome.Refusals);

    /// <summary>The last look before an act; where the act is no longer possible, the application itself.</summary>
    private async Task<IResult> ShowAsync(Guid id, bool submits, HttpContext context, Actor actor, IReadOnlyList<Refusal> refusals)
    {
        var ct = context.RequestAborted;
        if (await desk.Book.FindAsync(id, actor.PersonId, ct) is not { } application)
        {
            return PageAnswers.Absent();
        }

        if (!ApplicationMoves.Allows(application.Status, submits ? ApplicationAct.Submit : ApplicationAct.Withdraw))
        {
            return PageAnswers.Go(FilingLinks.One(context, id));
        }

        if (submits && refusals.Count == 0 && !(await checks.OfAsync(application, ct)).MaySubmit)
        {
            return PageAnswers.Go(FilingLinks.One(context, id, FilingSteps.Check));
        }

        var view = new ConfirmView
        {
            Title = FilingWords.Title(application.Form.Prospect.Kind, application.PlaceName),
            List = new("我的申报", FilingLinks.List(context)),
            Action = FilingLinks.One(context, id, submits ? FilingLinks.Submission : FilingLinks.Withdrawal),
            BackHref = FilingLinks.One(context, id, submits ? FilingSteps.Check : null),
            Version = desk.VersionOf(application).ToString(CultureInfo.InvariantCulture),
            Form = FormState.Empty.Refused(refusals),
            Application = application,
            Rules = await desk.Book.RulesAsync(ct),
            Today = desk.Today,
        };
        var shell = await shells.ForAsync(context, "establishment", ct);
        var status = refusals.Count > 0 ? Answers.StatusOf(refusals[0]) : StatusCodes.Status200OK;
        return submits
            ? new RazorComponentResult<SubmitConfirm>(new { Shell = shell, Model = view }) { StatusCode = status }
            : new RazorComponentResult<WithdrawConfirm>(new { Shell = shell, Model = view }) { StatusCode = status };
    }

    private async Task<IResult> ReceiptAsync(Guid id, HttpContext context, Actor actor)
    {
        if (await desk.Book.FindAsync(id, actor.PersonId, context.RequestAborted) is not { LatestSnapshot: not null } application)
        {
            return PageAnswers.Absent();
        }

        return new RazorComponentResult<ReceiptPage>(new
        {
            Shell = await shells.ForAsync(context, "establishment", context.RequestAborted),
            Model = new ReceiptPageView(new("我的申报", FilingLinks.List(context)), new("这份申报", FilingLinks.One(context, id)), application),
        });
    }
}

public sealed record ConfirmView
{
    public required string Title { get; init; }

    public required LinkView List { get; init; }

    public required string Action { get; init; }

    public required string BackHref { get; init; }

    public required string Version { get; init; }

    public required FormState Form { get; init; }

    public required EstablishmentApplication Application { get; init; }

    public required EstablishmentRules Rules { get; init; }

    public required DateOnly Today { get; init; }
}

public sealed record ReceiptPageView(LinkView List, LinkView One, EstablishmentApplication Application);
