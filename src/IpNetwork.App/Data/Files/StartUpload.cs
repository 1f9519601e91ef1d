using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Data.Files;

/// <summary>Announces a file: its name and size are judged before a byte is sent, and its room is kept free.</summary>
internal sealed class StartUpload(NetworkDb db, UnitOfWork work, CurrentNode node, FileIntake intake, TimeProvider clock)
{
    /// <returns>Null: there is no such subject for this person. Otherwise the file's id.</returns>
    public async Task<Outcome<string>?> HandleAsync(FileSubject subject, AnnouncedFile announced, Actor actor, CancellationToken ct)
    {
        if (actor.PersonId is not { } person || await intake.MayChangeAsync(subject, actor, ct) is not { } may)
        {
            return null;
        }

        if (!may.IsDone)
        {
            return Outcome.Refused<string>(may.Refusals);
        }

        var rules = await intake.RulesAsync(ct);
        var name = FileName.Parse(announced.Name, rules.Kinds);
        if (!name.IsDone)
        {
            return Outcome.Refused<string>(name.Refusals);
        }

        if (!name.Value.Kind.Agrees(announced.MediaType))
        {
            return FileRefusals.DeclaredTypeMismatch();
        }

        return await work.CommitAsync(actor, async deed =>
        {
            if (await intake.RoomRefusalAsync(subject, announced.Size ?? -1, person, ct) is { } refusal)
            {
                return refusal;
            }

            var now = clock.GetUtcNow();
            var file = StoredFile.Announce(node.Id, subject, name.Value, announced.Size ?? 0, person, FilePlace.NewName(), now);
            db.Add(file);
            db.Add(FileUpload.Begin(file, person, announced.MediaType, now));
            deed.Happened(new("files.upload-started", "file", file.Id.ToString(), $"开始上传 {file.Kind.Word} 文件一份") { Detail = new { file.Purpose, file.SubjectId, file.Slot, file.Size } });
            return file.Id.ToString();
        }, ct);
    }
}

/// <summary>A file as its owner announces it.</summary>
internal sealed record AnnouncedFile(string? Name, long? Size, string? MediaType);
