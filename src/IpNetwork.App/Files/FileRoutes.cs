using IpNetwork.App.Data.Files;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Files;

/// <summary>Files of a node, whatever record they belong to.</summary>
internal static class FileRoutes
{
    public static void MapFiles(this IEndpointRouteBuilder api)
    {
        UploadRoutes.Map(api);
        api.MapGet("/nodes/{node}/files", ListAsync)
            .Produces<ListOf<FileView>>().ProducesProblem(400).ProducesProblem(404)
            .WithName("ListFiles").WithSummary("一份记录的文件").Takes("purpose", "subject")
            .AtNode().Allow(FilePolicy.Ask);
        api.MapGet("/nodes/{node}/files/{id:guid}", ShowAsync)
            .Produces<FileView>().ProducesProblem(404)
            .WithName("ShowFile").WithSummary("文件的回执")
            .AtNode().Allow(FilePolicy.Ask);
        api.MapGet("/nodes/{node}/files/{id:guid}/content", Download.AnswerAsync)
            .Produces(200, contentType: "application/octet-stream").ProducesProblem(404).ProducesProblem(409).ProducesProblem(503)
            .WithName("DownloadFile").WithSummary("文件的内容，先核对再给")
            .WithMetadata(ContentPolicy.Sandboxed).AtNode().Allow(FilePolicy.Ask);
        api.MapPost("/nodes/{node}/files/{id:guid}/removal", RemoveAsync)
            .Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409)
            .WithName("RemoveFile").WithSummary("从记录里移除文件")
            .AtNode().CreatesOnce().Allow(FilePolicy.Ask);
    }

    public static void MapFilePages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/files/{id:guid}", Download.AnswerAsync)
            .ExcludeFromDescription().WithMetadata(ContentPolicy.Sandboxed).AtNode().Allow(FilePolicy.Ask);
        FormUpload.Map(app);
        app.MapPost("/files/{id:guid}/removal", async (Guid id, HttpContext context, RemoveFile remove, Actor actor, CancellationToken ct) =>
            {
                var form = await context.Request.ReadFormAsync(ct);
                return await remove.HandleAsync(new(id), actor, ct) switch
                {
                    null => Results.NotFound(),
                    { IsDone: true } => Results.Redirect(LocalAddress.Or(form[UploadRow.ReturnTo], $"{context.Request.PathBase}/")),
                    { } refused => context.Refused(refused.Refusals[0]),
                };
            })
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(FilePolicy.Ask);
    }

    private static async Task<IResult> ListAsync(string node, HttpContext context, FileShelf shelf, FileRooms rooms, Actor actor, CancellationToken ct)
    {
        var subject = Domain.Files.FileSubject.Parse(context.Request.Query["purpose"], context.Request.Query["subject"], null);
        if (!subject.IsDone)
        {
            return Answers.Problem(subject.Refusals);
        }

        return (await rooms.OfAsync(subject.Value, actor, ct)).MayRead
            ? Results.Ok(new ListOf<FileView>([.. (await shelf.ListAsync(subject.Value.Purpose, subject.Value.Id, ct)).Select(file => FileView.Of(file, node))], null))
            : Answers.NotFound();
    }

    private static async Task<IResult> ShowAsync(string node, Guid id, FileShelf shelf, FileRooms rooms, Actor actor, CancellationToken ct) =>
        await shelf.FindAsync(new(id), ct) is { } file && (await rooms.OfAsync(file.Subject, actor, ct)).MayRead ? Results.Ok(FileView.Of(file, node)) : Answers.NotFound();

    private static async Task<IResult> RemoveAsync(Guid id, RemoveFile remove, Actor actor, CancellationToken ct) => await remove.HandleAsync(new(id), actor, ct) switch
    {
        null => Answers.NotFound(),
        { IsDone: true } => Results.NoContent(),
        { } refused => Answers.Problem(refused.Refusals),
    };
}
