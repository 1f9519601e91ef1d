using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Shell.Papers;
using IpNetwork.App.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Establishment.Filing.Documents;

/// <summary>设立申报书 to read and print, as PDF where a browser prints here, and as a Word file.</summary>
internal sealed class DocumentPages(FilingDesk desk, NodeDirectory directory, PaperPrint print, IShellContexts shells)
{
    private const string Pdf = $"{FilingLinks.Document}/pdf";
    private const string Word = $"{FilingLinks.Document}/docx";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{FilingLinks.OnePath}/{FilingLinks.Document}", (Guid id, HttpContext context, DocumentPages pages, Actor actor) => pages.ShowAsync(id, context, actor))
            .ExcludeFromDescription().AtNode().Allow(FilingPolicy.Own);
        app.MapGet($"{FilingLinks.OnePath}/{Pdf}", (Guid id, HttpContext context, DocumentPages pages, Actor actor) => pages.PdfAsync(id, context, actor, PageAnswers.Absent()))
            .ExcludeFromDescription().AtNode().Allow(FilingPolicy.Own);
        app.MapGet($"{FilingLinks.OnePath}/{Word}", (Guid id, HttpContext context, DocumentPages pages, Actor actor) => pages.WordAsync(id, context, actor, PageAnswers.Absent()))
            .ExcludeFromDescription().AtNode().Allow(FilingPolicy.Own);
    }

    public static void MapApi(IEndpointRouteBuilder node)
    {
        node.MapGet($"/my-applications/{{id:guid}}/{Pdf}", (Guid id, HttpContext context, DocumentPages pages, Actor actor) => pages.PdfAsync(id, context, actor, Answers.NotFound()))
            .Produces(200, contentType: "application/pdf").ProducesProblem(404).ProducesProblem(503)
            .WithName("PrintMyApplication").WithSummary("设立申报书，PDF")
            .AtNode().Allow(FilingPolicy.Own);
        node.MapGet($"/my-applications/{{id:guid}}/{Word}", (Guid id, HttpContext context, DocumentPages pages, Actor actor) => pages.WordAsync(id, context, actor, Answers.NotFound()))
            .Produces(200, contentType: WordFile.ContentType).ProducesProblem(404)
            .WithName("DownloadMyApplication").WithSummary("设立申报书，DOCX")
            .AtNode().Allow(FilingPolicy.Own);
    }

    private async Task<IResult> ShowAsync(Guid id, HttpContext context, Actor actor)
    {
        if (await FindAsync(id, actor, context.RequestAborted) is not { } paper)
        {
            return PageAnswers.Absent();
        }

        return new RazorComponentResult<DocumentPage>(new
        {
            Shell = await shells.ForAsync(context, "establishment", context.RequestAborted),
            Model = new DocumentPageView(
                paper, new("我的申报", FilingLinks.List(context)), new("这份申报", FilingLinks.One(context, id)),
                print.HasPdf ? FilingLinks.One(context, id, Pdf) : null, FilingLinks.One(context, id, Word)),
        });
    }

    private async Task<IResult> PdfAsync(Guid id, HttpContext context, Actor actor, IResult absent) =>
        await FindAsync(id, actor, context.RequestAborted) is { } paper ? await print.PdfAsync(paper, paper.Title, context) : absent;

    private async Task<IResult> WordAsync(Guid id, HttpContext context, Actor actor, IResult absent) =>
        await FindAsync(id, actor, context.RequestAborted) is { } paper ? PaperPrint.Word(paper, paper.Title) : absent;

    private async Task<Paper?> FindAsync(Guid id, Actor actor, CancellationToken ct) => await desk.Book.FindAsync(id, actor.PersonId, ct) is { } application
        ? ApplicationPaper.Of(application, await desk.Book.RulesAsync(ct), await directory.CurrentAsync(ct))
        : null;
}

public sealed record DocumentPageView(Paper Paper, LinkView List, LinkView One, string? PdfHref, string WordHref);
