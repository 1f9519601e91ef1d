using IpNetwork.App.Establishment.Deciding.Reading;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Establishment.Deciding.Assessing;

/// <summary>Shows what the builder will get before it is sent, and the way back to the form with everything typed.</summary>
internal sealed class ReturnPreviewPages(ApplicationBook book, ApplicationViews views, DecidingDesk desk, ReturnApplication act, ActPages pages, IShellContexts shells)
{
    private const string Preview = "preview";
    private const string Draft = "draft";

    public static void Map(IEndpointRouteBuilder app)
    {
        var path = $"{DecidingLinks.QueuePath}/{{number}}/{DecidingActs.Return}";
        app.MapPost($"{path}/{Preview}", (string number, HttpContext context, ReturnPreviewPages page, Actor actor, CancellationToken ct) => page.ShowAsync(number, context, actor, ct))
            .ExcludeFromDescription().AtNode().Allow(DecidingPolicy.Assess);
        app.MapPost($"{path}/{Draft}", async (string number, HttpContext context, ReturnPreviewPages page, CancellationToken ct) => await page.BackAsync(number, (await TypedForm.ReadAsync(context)).Form, context, ct))
            .ExcludeFromDescription().AtNode().Allow(DecidingPolicy.Assess);
    }

    public static string PreviewOf(string action) => $"{action}/{Preview}";

    private async Task<IResult> ShowAsync(string number, HttpContext context, Actor actor, CancellationToken ct)
    {
        var typed = await TypedForm.ReadAsync(context);
        if (await book.FindAsync(number, ct) is not { } application)
        {
            return Results.NotFound();
        }

        // Nothing is saved here: the verb only says whether it would refuse.
        var defects = ReturnApplication.Read(typed);
        var tried = application.Return(defects, desk.SignatureOf(actor));
        if (!tried.IsDone)
        {
            return await pages.ShowAsync(act, DecidingActs.Return, number, context, typed.Form, tried.Refusals, ct);
        }

        var href = DecidingLinks.Application(context, number, DecidingActs.Return);
        var model = new ReturnPreviewView(
            await views.HeadAsync(application, await book.RulesAsync(ct), ct),
            [new("设立申报", DecidingLinks.Queue(context)), new(number, DecidingLinks.Application(context, number)), new("一次退回补正", href)],
            href, $"{href}/{Draft}", typed.Text(IfMatch.Field), [.. defects.Select(defect => new PreviewLine($"defect.{defect.Part}", FormParts.LabelOf(defect.Part) ?? "", defect.Text))]);
        return new RazorComponentResult<ReturnPreview>(new { Shell = await shells.ForAsync(context, ApplicationPage.Tab, ct), Model = model });
    }

    private Task<IResult> BackAsync(string number, FormState typed, HttpContext context, CancellationToken ct) =>
        pages.ShowAsync(act, DecidingActs.Return, number, context, typed, [], ct);
}

public sealed record ReturnPreviewView(ApplicationHead Application, IReadOnlyList<LinkView> Steps, string Action, string Back, string Version, IReadOnlyList<PreviewLine> Lines);

public sealed record PreviewLine(string Field, string Part, string Text);
