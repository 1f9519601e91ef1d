using System.Security.Cryptography;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Data.Files;

/// <summary>Takes a file that is there as a whole, as a browser without script sends it.</summary>
internal sealed class ReceiveFile(NetworkDb db, UnitOfWork work, CurrentNode node, FileIntake intake, TimeProvider clock)
{
    /// <param name="content">Can seek.</param>
    /// <returns>Null: there is no such subject for this person. Otherwise the file's id.</returns>
    public async Task<Outcome<string>?> HandleAsync(FileSubject subject, AnnouncedFile announced, Stream content, Actor actor, CancellationToken ct)
    {
        if (await intake.MayChangeAsync(subject, actor, ct) is not { } may)
        {
            return null;
        }

        var rules = await intake.RulesAsync(ct);
        var name = FileName.Parse(announced.Name, rules.Kinds);
        if (!may.IsDone || !name.IsDone)
        {
            return Outcome.Refused<string>(may.IsDone ? name.Refusals : may.Refusals);
        }

        if (content.Length > rules.FileBytes)
        {
            return FileRefusals.TooLarge(rules.FileMegabytes);
        }

        await using var read = new BufferedStream(content, 64 * 1024);
        var report = await FileIntake.LookAsync(read, name.Value.Kind, announced.MediaType, ct);
        if (report.Refusal is { } unfit)
        {
            return unfit;
        }

        read.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(read, ct));
        var file = StoredFile.Announce(node.Id, subject, name.Value, content.Length, actor.PersonId, FilePlace.NewName(), clock.GetUtcNow());
        file.Receive(hash, report, clock.GetUtcNow());
        if (await intake.PutAsync(file, read, ct) is { } refusal)
        {
            return refusal;
        }

        var outcome = await work.CommitAsync(actor, async deed =>
        {
            await intake.LockAsync(subject, ct);
            if (await intake.MayChangeAsync(subject, actor, ct) is not { IsDone: true })
            {
                return FileRefusals.Gone();
            }

            if (await intake.RoomRefusalAsync(subject, file.Size, null, ct) is { } full)
            {
                return full;
            }

            db.Add(file);
            deed.Happened(FileIntake.Received(file));
            return file.Id.ToString();
        }, ct);
        if (!outcome.IsDone || outcome.Value != file.Id.ToString())
        {
            await intake.TakeBackAsync(file);
        }

        return outcome;
    }
}
