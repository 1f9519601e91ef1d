using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Establishment.Filing.Own;

/// <summary>我的申报: what there is, how it stands, what comes next; and the way to begin another.</summary>
internal sealed class ListPage(FilingBook book, ListMyApplications list, Form.StartApplication start, IShellContexts shells)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(FilingLinks.ListPath, (HttpContext context, ListPage page, Actor actor) => page.ShowAsync(context, actor))
            .ExcludeFromDescription().AtNode().Allow(FilingPolicy.Own);
        app.MapPost(FilingLinks.ListPath, (HttpContext context, ListPage page, Actor actor) => page.StartAsync(context, actor))
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(FilingPolicy.Own);
    }

    private async Task<IResult> ShowAsync(HttpContext context, Actor actor)
    {
        var ct = context.RequestAborted;
        if (!book.IsHere)
        {
            return PageAnswers.Absent();
        }

        if (await book.BuilderAsync(actor.PersonId, ct) is not { } builder)
        {
            return PageAnswers.Go(FilingLinks.Registration(context));
        }

        var rows = await list.HandleAsync(actor, ct);
        return new RazorComponentResult<MyApplications>(new
        {
            Shell = await shells.ForAsync(context, "establishment", ct),
            Model = new MyApplicationsView(
                FilingLinks.List(context), FilingLinks.Intro(context), builder.Name, builder.Uscc,
                [.. rows.Select(row => new MyApplicationLine(
                    new(FilingWords.Title(row.Kind, row.PlaceName), FilingLinks.One(context, row.Id)), row.Number, FilingWords.Status(row.Status), FilingWords.Says(row.Status), row.UpdatedAt,
                    FilingWords.Next(row.Status) is var (text, where) ? new(text, FilingLinks.One(context, row.Id, where)) : null))]),
        });
    }

    private async Task<IResult> StartAsync(HttpContext context, Actor actor) => await start.HandleAsync(actor, context.RequestAborted) switch
    {
        { IsDone: true } started => PageAnswers.Go(FilingLinks.One(context, Guid.Parse(started.Value), Form.FilingSteps.All[0].Key)),
        { Refusals: [var first, ..] } when first == Answers.Absent => PageAnswers.Absent(),
        _ => PageAnswers.Go(FilingLinks.Registration(context)),
    };
}

public sealed record MyApplicationsView(string Action, string IntroHref, string BuilderName, string Uscc, IReadOnlyList<MyApplicationLine> Rows);

public sealed record MyApplicationLine(LinkView Subject, string? Number, StatusView Status, string Says, DateTimeOffset UpdatedAt, LinkView? Next);
