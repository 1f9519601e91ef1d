using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Data.Files;

/// <summary>
/// Takes the next bytes of a file straight to the medium. How far a transmission has come is no record: it is kept without
/// audit, and only ever moves while one request holds it.
/// </summary>
internal sealed partial class AppendUpload(NetworkDb db, PartFiles parts, TimeProvider clock, ILogger<AppendUpload> logger)
{
    /// <returns>Null: no such upload of this person.</returns>
    public async Task<UploadStep?> HandleAsync(FileId id, long offset, Stream bytes, Actor actor, CancellationToken ct)
    {
        try
        {
            await using var held = await HeldUpload.TakeAsync(db, parts, id, actor.PersonId, ct);
            return held switch
            {
                null => null,
                { IsBusy: true } => new(held.Found.Upload.Offset, FileRefusals.UploadBusy()),
                _ => await AppendAsync(held, offset, bytes, ct),
            };
        }
        catch (NoSpaceException e)
        {
            Full(e);
            return new(offset, FileRefusals.NoSpace());
        }
    }

    private async Task<UploadStep> AppendAsync(HeldUpload held, long offset, Stream bytes, CancellationToken ct)
    {
        var (file, safe) = (held.Found.File, held.Safe);
        if (safe < held.Found.Upload.Offset)
        {
            await MoveAsync(file.Id, safe);
        }

        if (offset != safe)
        {
            return new(safe, FileRefusals.UploadOffset(safe));
        }

        var appended = await held.Part.AppendAsync(offset, file.Size, bytes, ct);
        await MoveAsync(file.Id, appended.Length);
        return new(appended.Length, appended.IsTooLong ? FileRefusals.UploadLonger() : null);
    }

    private async Task MoveAsync(FileId id, long offset)
    {
        var expires = (clock.GetUtcNow() + FileUpload.Life).ToUniversalTime();
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        await db.Set<FileUpload>().Where(u => u.FileId == id)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.Offset, offset).SetProperty(x => x.ExpiresAt, expires), CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "There is no space for files on their way")]
    private partial void Full(Exception e);
}

/// <param name="Offset">How many bytes are safe now.</param>
internal sealed record UploadStep(long Offset, Refusal? Refusal);
