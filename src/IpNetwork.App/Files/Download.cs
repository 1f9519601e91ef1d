using System.Net.Mime;
using IpNetwork.App.Data.Files;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;
using Microsoft.Net.Http.Headers;

namespace IpNetwork.App.Files;

/// <summary>Gives a file out as a thing to keep: never shown in our own pages, never kept by a cache, never without its hash compared.</summary>
internal static class Download
{
    public static async Task<IResult> AnswerAsync(Guid id, HttpContext context, FileShelf shelf, FileRooms rooms, Actor actor, CancellationToken ct)
    {
        if (await shelf.FindAsync(new(id), ct) is not { } file || !(await rooms.OfAsync(file.Subject, actor, ct)).MayRead)
        {
            return context.IsApi() ? Answers.NotFound() : Results.NotFound();
        }

        var content = await shelf.OpenAsync(file, ct);
        if (!content.IsDone)
        {
            return context.IsApi() ? Answers.Problem(content.Refusals) : context.Refused(content.Refusals[0]);
        }

        var headers = context.Response.Headers;
        var disposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(file.Name);
        headers.ContentDisposition = disposition.ToString();
        headers.CacheControl = "no-store";
        headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(file.Receipt().Sha256))}:";
        return Results.Stream(content.Value, file.Kind.MediaType);
    }
}
