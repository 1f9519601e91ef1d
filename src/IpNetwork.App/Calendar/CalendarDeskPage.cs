using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Calendar;

/// <summary>The workbench's calendar: every year people count in, and for the province's leader the way to take in a notice.</summary>
internal sealed class CalendarDeskPage(CurrentNode current, IWorkCalendars calendars, INoticeImport import, IShellContexts shells, TimeProvider clock)
{
    private const string Path = "/workbench/calendar";
    private const string Try = "try";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext context, CalendarDeskPage page, Actor actor, CancellationToken ct) => page.ShowAsync(context, actor, FormState.Empty, null, StatusCodes.Status200OK, ct))
            .ExcludeFromDescription().AtNode().Allow(CalendarPolicy.WhoSeesTheDesk);
        app.MapPost(Path, (HttpContext context, CalendarDeskPage page, Actor actor, CancellationToken ct) => page.TakeInAsync(context, actor, ct))
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(CalendarPolicy.WhoImports);
    }

    private async Task<IResult> TakeInAsync(HttpContext context, Actor actor, CancellationToken ct)
    {
        var typed = await PageAnswers.TypedAsync(context);
        var form = FormState.Of(typed);
        var notice = NoticeForm.Read(typed);
        if (!notice.IsDone)
        {
            return await ShowAsync(context, actor, form.Refused(notice.Refusals), null, Answers.StatusOf(notice.Refusals[0]), ct);
        }

        if (typed.GetValueOrDefault("act") is Try)
        {
            return await ShowAsync(context, actor, form, await import.PreviewAsync(current.Id, [notice.Value], ct), StatusCodes.Status200OK, ct);
        }

        var outcome = await import.ImportAsync(actor, [notice.Value], ct);
        return outcome.IsDone
            ? PageAnswers.Go(context.Request.PathBase + Path)
            : await ShowAsync(context, actor, form.Refused(outcome.Refusals), null, Answers.StatusOf(outcome.Refusals[0]), ct);
    }

    private async Task<IResult> ShowAsync(HttpContext context, Actor actor, FormState form, CalendarImpact? impact, int status, CancellationToken ct)
    {
        var calendar = await calendars.OfAsync(current.Node.NetworkId, ct);
        var model = CalendarDeskView.Of(calendar, ChinaTime.DayOf(clock.GetUtcNow())) with
        {
            Form = form,
            ImportAction = current.Node.Kind is NodeKind.Province && CalendarPolicy.WhoImports.LetsIn(actor.Roles) ? context.Request.PathBase + Path : null,
            Impact = impact is null ? [] : [.. CalendarDeskView.Says(impact)],
        };
        return new RazorComponentResult<CalendarDesk>(new { Shell = await shells.ForAsync(context, "calendar", ct), Model = model }) { StatusCode = status };
    }
}
