using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Data.Files;

/// <summary>Takes a file from its subject's files. Where a snapshot holds it, it stays there; else its bytes go with the next sweep.</summary>
internal sealed class RemoveFile(NetworkDb db, UnitOfWork work, FileIntake intake, TimeProvider clock)
{
    /// <returns>Null: no such file for this person.</returns>
    public async Task<Outcome?> HandleAsync(FileId id, Actor actor, CancellationToken ct)
    {
        if (await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.State == FileState.Ready, ct) is not { } found || await intake.MayChangeAsync(found.Subject, actor, ct) is not { } may)
        {
            return null;
        }

        if (!may.IsDone)
        {
            return may;
        }

        var outcome = await work.CommitAsync(actor, async deed =>
        {
            await intake.LockAsync(found.Subject, ct);
            if (await intake.MayChangeAsync(found.Subject, actor, ct) is not { IsDone: true })
            {
                return FileRefusals.Gone();
            }

            var file = await db.Set<StoredFile>().SingleAsync(f => f.Id == id, ct);
            file.Remove(clock.GetUtcNow());
            deed.Happened(new("files.removed", "file", id.ToString(), $"移除 {file.Kind.Word} 文件一份") { Detail = new { file.Purpose, file.SubjectId, file.Slot, file.Sha256 } });
            return id.ToString();
        }, ct);
        return outcome.IsDone ? Outcome.Done : Outcome.Refused(outcome.Refusals);
    }
}
