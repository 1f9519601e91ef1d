using System.Security.Cryptography;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Data.Files;

/// <summary>Looks into a file that has come in whole, keeps it, and gives the receipt. Bytes first, row last; what is refused is gone at once.</summary>
internal sealed class CompleteUpload(NetworkDb db, UnitOfWork work, FileIntake intake, PartFiles parts, DropUpload drop, TimeProvider clock)
{
    /// <returns>Null: no such file of this person on its way, and none that has arrived.</returns>
    public async Task<Outcome<StoredFile>?> HandleAsync(FileId id, Actor actor, CancellationToken ct)
    {
        await using (var held = await HeldUpload.TakeAsync(db, parts, id, actor.PersonId, ct))
        {
            if (held is { IsBusy: true })
            {
                return FileRefusals.UploadBusy();
            }

            if (held is not null && await RefusalsAsync(held, actor, ct) is { Count: > 0 } refusals)
            {
                return Outcome.Refused<StoredFile>(refusals);
            }
        }

        // Asked for twice, the receipt is given twice.
        var file = await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.PersonId == actor.PersonId && f.State == FileState.Ready, ct);
        return file is null ? (Outcome<StoredFile>?)null : file;
    }

    private async Task<IReadOnlyList<Refusal>> RefusalsAsync(HeldUpload held, Actor actor, CancellationToken ct)
    {
        var found = held.Found;
        if (held.Safe < found.File.Size)
        {
            return [FileRefusals.UploadIncomplete(held.Safe, found.File.Size)];
        }

        await using var content = new BufferedStream(held.Part.Content, 64 * 1024);
        var report = await FileIntake.LookAsync(content, found.File.Kind, found.Upload.DeclaredType, ct);
        if (report.Refusal is { } unfit)
        {
            await drop.RefusedAsync(found, unfit, actor);
            return [unfit];
        }

        content.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
        if (await intake.PutAsync(found.File, content, ct) is { } refusal)
        {
            return [refusal];
        }

        var outcome = await work.CommitAsync(actor, async deed =>
        {
            await intake.LockAsync(found.File.Subject, ct);
            if (await intake.MayChangeAsync(found.File.Subject, actor, ct) is not { IsDone: true })
            {
                return FileRefusals.Gone();
            }

            var file = await db.Set<StoredFile>().SingleAsync(f => f.Id == found.File.Id, ct);
            file.Receive(hash, report, clock.GetUtcNow());
            db.Remove(found.Upload);
            deed.Happened(FileIntake.Received(file));
            return file.Id.ToString();
        }, ct);
        if (outcome.IsDone)
        {
            parts.Remove(found.Place);
        }

        return outcome.Refusals;
    }
}
