using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Data.Files;

/// <summary>A room whose records have files. It alone says who may see them and who may hand more in; what nobody answers for is closed.</summary>
internal interface IFileRoom
{
    public bool Keeps(string purpose);

    /// <summary>Asked with every request, and once more inside the transaction that takes a file in. Answers <see cref="FileRights.None"/> for a subject that is not there.</summary>
    public Task<FileRights> RightsAsync(FileSubject subject, Actor actor, CancellationToken ct);
}

/// <summary>What somebody may do with the files of a subject.</summary>
internal sealed record FileRights
{
    /// <summary>As if there were no such subject.</summary>
    public static FileRights None { get; } = new();

    public static FileRights Read { get; } = new() { MayRead = true, Closed = Refusal.Forbidden("FILE_READ_ONLY", "您可以看这里的文件，但不能上传或移除。") };

    public static FileRights Change { get; } = new() { MayRead = true, MayChange = true };

    public bool MayRead { get; private init; }

    public bool MayChange { get; private init; }

    /// <summary>Why not, where the files may be seen and not changed.</summary>
    public Refusal? Closed { get; private init; }

    /// <summary>Seen, but closed by a rule of the record, such as one that was submitted.</summary>
    public static FileRights ClosedBy(Refusal refusal) => Read with { Closed = refusal };
}

/// <summary>Finds the room that answers for a purpose.</summary>
internal sealed class FileRooms(IEnumerable<IFileRoom> rooms)
{
    public async Task<FileRights> OfAsync(FileSubject subject, Actor actor, CancellationToken ct) =>
        rooms.FirstOrDefault(room => room.Keeps(subject.Purpose)) is { } answering ? await answering.RightsAsync(subject, actor, ct) : FileRights.None;
}
