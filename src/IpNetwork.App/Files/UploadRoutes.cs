using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Data.Files;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;
using Microsoft.AspNetCore.Mvc;

namespace IpNetwork.App.Files;

/// <summary>A file on its way: announced, sent in as many pieces as it takes, and turned into a receipt.</summary>
internal static class UploadRoutes
{
    public const string Offset = "Upload-Offset";
    public const string Piece = "application/offset+octet-stream";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/nodes/{node}/uploads", StartAsync)
            .Produces(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(507)
            .WithName("StartUpload").WithSummary("开始上传：先报名称、大小和用途")
            .AtNode().CreatesOnce().Allow(FilePolicy.Ask);
        api.MapGet("/nodes/{node}/uploads/{id:guid}", ShowAsync)
            .Produces<UploadView>().ProducesProblem(404)
            .WithName("ShowUpload").WithSummary("已经收到多少字节；HEAD 只答 Upload-Offset")
            .AtNode().Allow(FilePolicy.Ask);
        api.MapPatch("/nodes/{node}/uploads/{id:guid}", AppendAsync)
            .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(507)
            .WithName("AppendUpload").WithSummary("从 Upload-Offset 起接着传；它就是这次改动的版本")
            .WithMetadata(new DisableRequestSizeLimitAttribute()).AtNode().Allow(FilePolicy.Ask);
        api.MapPost("/nodes/{node}/uploads/{id:guid}/receipt", CompleteAsync)
            .Produces<FileView>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(415).ProducesProblem(503).ProducesProblem(507)
            .WithName("CompleteUpload").WithSummary("传完：检查内容，给出带 SHA-256 的回执")
            .AtNode().CreatesOnce().Allow(FilePolicy.Ask);
        api.MapPost("/nodes/{node}/uploads/{id:guid}/withdrawal", DropAsync)
            .Produces(204).ProducesProblem(404).ProducesProblem(409)
            .WithName("DropUpload").WithSummary("放弃还没有传完的文件")
            .AtNode().CreatesOnce().Allow(FilePolicy.Ask);
    }

    private static async Task<IResult> StartAsync(string node, UploadRequest body, StartUpload start, HttpContext context, Actor actor, CancellationToken ct)
    {
        var subject = FileSubject.Parse(body.Purpose, body.Subject, body.Slot);
        if (!subject.IsDone)
        {
            return Answers.Problem(subject.Refusals);
        }

        switch (await start.HandleAsync(subject.Value, new(body.Name, body.Size, body.MediaType), actor, ct))
        {
            case null:
                return Answers.NotFound();
            case { IsDone: true } started:
                Tell(context, 0);
                return Results.Created($"/api/v1/nodes/{node}/uploads/{started.Value}", null);
            case { } refused:
                return Answers.Problem(refused.Refusals);
        }
    }

    private static async Task<IResult> ShowAsync(Guid id, NetworkDb db, PartFiles parts, HttpContext context, Actor actor, CancellationToken ct)
    {
        if (await FoundUpload.FindAsync(db, new(id), actor.PersonId, ct) is not { } found)
        {
            return Answers.NotFound();
        }

        var offset = found.SafeOf(parts.LengthOf(found.Place));
        Tell(context, offset);
        context.Response.Headers["Upload-Length"] = found.File.Size.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new UploadView(id, found.File.Name, found.File.Size, offset, found.Upload.ExpiresAt));
    }

    private static async Task<IResult> AppendAsync(Guid id, AppendUpload append, HttpContext context, Actor actor, CancellationToken ct)
    {
        if (context.Request.ContentType != Piece)
        {
            return Answers.Problem(FileRefusals.UploadType());
        }

        if (!long.TryParse(context.Request.Headers[Offset].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
        {
            return Answers.Problem(FileRefusals.UploadOffsetMissing());
        }

        if (await append.HandleAsync(new(id), offset, context.Request.Body, actor, ct) is not { } step)
        {
            return Answers.NotFound();
        }

        Tell(context, step.Offset);
        return step.Refusal is { } refusal ? Answers.Problem(refusal) : Results.NoContent();
    }

    private static async Task<IResult> CompleteAsync(string node, Guid id, CompleteUpload complete, Actor actor, CancellationToken ct) => await complete.HandleAsync(new(id), actor, ct) switch
    {
        null => Answers.NotFound(),
        { IsDone: true } file => Results.Created($"/api/v1/nodes/{node}/files/{file.Value.Id}", FileView.Of(file.Value, node)),
        { } refused => Answers.Problem(refused.Refusals),
    };

    private static async Task<IResult> DropAsync(Guid id, DropUpload drop, Actor actor, CancellationToken ct) => await drop.HandleAsync(new(id), actor, ct) switch
    {
        null => Answers.NotFound(),
        { IsDone: true } => Results.NoContent(),
        { } refused => Answers.Problem(refused.Refusals),
    };

    private static void Tell(HttpContext context, long offset) => context.Response.Headers[Offset] = offset.ToString(CultureInfo.InvariantCulture);
}
