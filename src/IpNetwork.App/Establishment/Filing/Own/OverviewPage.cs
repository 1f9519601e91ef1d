using IpNetwork.App.Data.Files;
using IpNetwork.App.Establishment.Filing.Form;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Establishment.Filing.Own;

/// <summary>One application on one page: how it stands, whose turn it is, what has happened, what may be done.</summary>
internal sealed class OverviewPage(FilingDesk desk, FilingTrail trail, FileShelf shelf, IShellContexts shells)
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(FilingLinks.OnePath, (Guid id, HttpContext context, OverviewPage page, Actor actor) => page.ShowAsync(id, context, actor))
            .ExcludeFromDescription().AtNode().Allow(FilingPolicy.Own);

    private async Task<IResult> ShowAsync(Guid id, HttpContext context, Actor actor)
    {
        var ct = context.RequestAborted;
        if (await desk.Book.FindAsync(id, actor.PersonId, ct) is not { } application)
        {
            return PageAnswers.Absent();
        }

        return new RazorComponentResult<Overview>(new
        {
            Shell = await shells.ForAsync(context, "establishment", ct),
            Model = new OverviewView
            {
                Title = FilingWords.Title(application.Form.Prospect.Kind, application.PlaceName),
                List = new("我的申报", FilingLinks.List(context)),
                Application = application,
                Today = desk.Today,
                Trail = await trail.OfAsync(application, ct),
                ProgressFiles = (await shelf.ListAsync(ApplicationFiles.OfProgress, id, ct)).ToDictionary(file => file.Id.Value, file => new LinkView(file.Name, $"{context.Request.PathBase}/files/{file.Id}")),
                Acts = [.. Acts(application).Select(act => new LinkView(act.Text, FilingLinks.One(context, id, act.Where)))],
                HrefOf = (step, field) => $"{FilingLinks.One(context, id, step)}#{FilingSteps.AnchorOf(field)}",
                DocumentHref = FilingLinks.One(context, id, FilingLinks.Document),
                ReceiptHref = application.Snapshots.Count > 0 ? FilingLinks.One(context, id, FilingLinks.Receipt) : null,
            },
        });
    }

    private static IEnumerable<(string Text, string Where)> Acts(EstablishmentApplication application)
    {
        var status = application.Status;
        (ApplicationAct Act, string Text, string Where)[] all =
        [
            (ApplicationAct.Write, status is ApplicationStatus.Returned ? "补正" : "接着填写", status is ApplicationStatus.Returned ? FilingSteps.Check : FilingSteps.All[0].Key),
            (ApplicationAct.ReportProgress, "登记建设进度", FilingLinks.Progress),
            (ApplicationAct.RequestAcceptance, "申请验收", FilingLinks.Acceptance),
            (ApplicationAct.ChangeBuilders, "报备建设主体变更", FilingLinks.BuilderChange),
            (ApplicationAct.Withdraw, "撤回申报", FilingLinks.Withdrawal),
        ];
        return all.Where(act => ApplicationMoves.Allows(status, act.Act)).Select(act => (act.Text, act.Where));
    }
}

public sealed record OverviewView
{
    public required string Title { get; init; }

    public required LinkView List { get; init; }

    public required EstablishmentApplication Application { get; init; }

    public required DateOnly Today { get; init; }

    public required IReadOnlyList<TrailEntry> Trail { get; init; }

    /// <summary>What was shown with the reports of progress.</summary>
    public required IReadOnlyDictionary<Guid, LinkView> ProgressFiles { get; init; }

    public required IReadOnlyList<LinkView> Acts { get; init; }

    public required Func<string, string?, string> HrefOf { get; init; }

    public required string DocumentHref { get; init; }

    public required string? ReceiptHref { get; init; }
}
