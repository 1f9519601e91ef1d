using IpNetwork.App.Data.Files;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IpNetwork.App.Files;

/// <summary>The way in without script: one file in one form, and back to the page it came from.</summary>
internal static class FormUpload
{
    /// <summary>The form's own lines beside the file.</summary>
    private const long Largest = (FileRules.MostMegabytes + 1L) * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/files", HandleAsync)
            .ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(Largest)).AtNode().CreatesOnce().Allow(FilePolicy.Ask);

    private static async Task<IResult> HandleAsync(HttpContext context, ReceiveFile receive, IShellContexts shells, Actor actor, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var subject = FileSubject.Parse(form["purpose"], form["subject"], form["slot"]);
        if (!subject.IsDone)
        {
            return context.Refused(subject.Refusals[0]);
        }

        var back = LocalAddress.Or(form[UploadRow.ReturnTo], $"{context.Request.PathBase}/");
        var outcome = form.Files.GetFile("file") is { } file
            ? await ReceiveAsync(file)
            : Outcome.Refused<string>([FileRefusals.NameRequired()]);
        return outcome switch
        {
            null => Results.NotFound(),
            { IsDone: true } => Results.Redirect(back),
            { } refused => await AgainAsync(refused.Refusals[0]),
        };

        async Task<Outcome<string>?> ReceiveAsync(IFormFile file)
        {
            await using var content = file.OpenReadStream();
            return await receive.HandleAsync(subject.Value, new(file.FileName, file.Length, file.ContentType), content, actor, ct);
        }

        async Task<IResult> AgainAsync(Refusal refusal) => new RazorComponentResult<UploadAgain>(new
        {
            Shell = await shells.ForAsync(context, "", ct),
            Subject = subject.Value,
            Title = form["title"].ToString() is { Length: > 0 and <= 100 } title && CleanRequests.IsText(title) ? title : "上传文件",
            Error = refusal.Message,
            Back = back,
        })
        { StatusCode = Answers.StatusOf(refusal) };
    }
}
