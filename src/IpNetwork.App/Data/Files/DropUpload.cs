using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Data.Files;

/// <summary>Ends a transmission that will bring no file: given up, refused, or left behind. Nothing of it stays.</summary>
internal sealed class DropUpload(NetworkDb db, UnitOfWork work, PartFiles parts, CurrentNode node, NodeScopes scopes)
{
    /// <returns>Null: no such upload of this person.</returns>
    public async Task<Outcome?> HandleAsync(FileId id, Actor actor, CancellationToken ct)
    {
        await using var held = await HeldUpload.TakeAsync(db, parts, id, actor.PersonId, ct);
        return held switch
        {
            null => (Outcome?)null,
            { IsBusy: true } => FileRefusals.UploadBusy(),
            _ => await EndAsync(held.Found, new("files.upload-dropped", "file", id.ToString(), "放弃上传文件一份"), actor, ct),
        };
    }

    /// <summary>The caller holds the part. In a scope of its own: the request's key is kept for what is created, and nothing is.</summary>
    public Task RefusedAsync(FoundUpload found, Refusal why, Actor actor) => scopes.RunAsync(node.Node, services =>
        services.GetRequiredService<DropUpload>().EndAsync(found, new("files.refused", "file", found.File.Id.ToString(), $"拒收 {found.File.Kind.Word} 文件一份") { Reason = why.Code, Detail = new { found.File.Purpose, found.File.SubjectId } }, actor, CancellationToken.None));

    /// <summary>Passes over what somebody is sending just now.</summary>
    public async Task ExpireAsync(FileId id, PersonId person, DateTimeOffset now, Actor program, CancellationToken ct)
    {
        await using var held = await HeldUpload.TakeAsync(db, parts, id, person, ct);
        if (held is { IsBusy: false } && held.Found.Upload.ExpiresAt < now)
        {
            await EndAsync(held.Found, new("files.upload-dropped", "file", id.ToString(), "清理没有传完的文件一份"), program, ct);
        }
    }

    private async Task<Outcome> EndAsync(FoundUpload found, Happening happening, Actor actor, CancellationToken ct)
    {
        var outcome = await work.CommitAsync(actor, async deed =>
        {
            await db.Set<FileUpload>().Where(u => u.FileId == found.File.Id).ExecuteDeleteAsync(ct);
            await db.Set<StoredFile>().Where(f => f.Id == found.File.Id && f.State == FileState.Uploading).ExecuteDeleteAsync(ct);
            deed.Happened(happening);
            return Outcome.Done;
        }, ct);
        if (outcome.IsDone)
        {
            parts.Remove(found.Place);
        }

        return outcome;
    }
}
