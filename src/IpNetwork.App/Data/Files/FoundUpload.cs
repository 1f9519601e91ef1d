using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Data.Files;

/// <summary>A file on its way, and how far it has come. Only the person who sends it finds it.</summary>
internal sealed record FoundUpload(StoredFile File, FileUpload Upload)
{
    public FilePlace Place => new(File.NodeId, File.StoredName);

    /// <summary>What is said to be safe, or less where the part was lost.</summary>
    public long SafeOf(long length) => Math.Min(Upload.Offset, length);

    public static async Task<FoundUpload?> FindAsync(NetworkDb db, FileId id, PersonId? person, CancellationToken ct)
    {
        var found = await db.Set<FileUpload>().AsNoTracking().Where(u => u.FileId == id && u.PersonId == person)
            .Join(db.Set<StoredFile>().AsNoTracking(), u => u.FileId, f => f.Id, (u, f) => new { File = f, Upload = u })
            .SingleOrDefaultAsync(ct);
        return found is null ? null : new(found.File, found.Upload);
    }
}

/// <summary>An upload held by one request alone; nothing moves it until the hold ends.</summary>
internal sealed class HeldUpload(FoundUpload found, PartFile? part) : IAsyncDisposable
{
    public FoundUpload Found => found;

    /// <summary>Somebody else holds it.</summary>
    public bool IsBusy => part is null;

    public PartFile Part => part ?? throw new InvalidOperationException("Somebody else holds this upload.");

    public long Safe => found.SafeOf(Part.Length);

    /// <summary>Null where there is none. What is found was read after the hold began.</summary>
    public static async Task<HeldUpload?> TakeAsync(NetworkDb db, PartFiles parts, FileId id, PersonId? person, CancellationToken ct)
    {
        if (await FoundUpload.FindAsync(db, id, person, ct) is not { } found)
        {
            return null;
        }

        if (parts.TryOpen(found.Place) is not { } part)
        {
            return new(found, null);
        }

        if (await FoundUpload.FindAsync(db, id, person, ct) is { } now)
        {
            return new(now, part);
        }

        await part.DisposeAsync();
        parts.Remove(found.Place);
        return null;
    }

    public ValueTask DisposeAsync() => part?.DisposeAsync() ?? ValueTask.CompletedTask;
}
