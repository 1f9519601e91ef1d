using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Files.Content;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Data.Files;

/// <summary>What every way in has in common: who may, how much there is already, what the bytes are, and where they go.</summary>
internal sealed partial class FileIntake(NetworkDb db, CurrentNode node, FileRooms rooms, IFileStore store, IProvinceSettings provinces, ILogger<FileIntake> logger)
{
    // Looking into a file keeps a processor busy; more at once would only wait for each other with their memory in hand.
    private static readonly SemaphoreSlim Looks = new(Math.Max(2, Environment.ProcessorCount));

    public async Task<FileRules> RulesAsync(CancellationToken ct) => (await provinces.OfAsync(node.Node.NetworkId, ct)).Files;

    /// <summary>Null: as if there were no such subject. Otherwise done, or why nothing may change there now.</summary>
    public async Task<Outcome?> MayChangeAsync(FileSubject subject, Actor actor, CancellationToken ct) => await rooms.OfAsync(subject, actor, ct) switch
    {
        { MayChange: true } => Outcome.Done,
        { MayRead: true, Closed: { } closed } => closed,
        _ => (Outcome?)null,
    };

    /// <summary>Whether there is room for one more. One at a time in a node, so that two cannot take the same last place.</summary>
    public async Task<Refusal?> RoomRefusalAsync(FileSubject subject, long size, PersonId? person, CancellationToken ct)
    {
        var rules = await RulesAsync(ct);
        await NamedLock.TakeAsync(db, $"files/{node.Id}", ct);
        var kept = db.Set<StoredFile>().Where(f => f.State != FileState.Removed || f.FrozenAt != null);
        var here = db.Set<StoredFile>().Where(f => f.State != FileState.Removed && f.Purpose == subject.Purpose && f.SubjectId == subject.Id);
        return rules.Refuse(size, new(
            await here.CountAsync(ct),
            await here.SumAsync(f => f.Size, ct),
            await kept.SumAsync(f => f.Size, ct),
            person is null ? 0 : await db.Set<FileUpload>().CountAsync(u => u.PersonId == person, ct)));
    }

    /// <summary>Held by whoever takes a file into a subject and by whoever freezes its files: neither passes the other by.</summary>
    public Task LockAsync(FileSubject subject, CancellationToken ct) => NamedLock.TakeAsync(db, $"files/{node.Id}/{subject.Purpose}/{subject.Id}", ct);

    public static async Task<ContentReport> LookAsync(Stream content, FileKind kind, string? declaredType, CancellationToken ct)
    {
        await Looks.WaitAsync(ct);
        try
        {
            return ContentCheck.Check(content, kind, declaredType);
        }
        finally
        {
            Looks.Release();
        }
    }

    public async Task<Refusal?> PutAsync(StoredFile file, Stream content, CancellationToken ct)
    {
        try
        {
            await store.PutAsync(new(file.NodeId, file.StoredName), content, ct);
            return null;
        }
        catch (NoSpaceException e)
        {
            Full(e, file.NodeId);
            return FileRefusals.NoSpace();
        }
        catch (StoreDownException e)
        {
            Down(e, file.NodeId);
            return FileRefusals.StoreDown();
        }
    }

    /// <summary>Bytes that no row came to name. Where it fails, the orphan sweep finds them.</summary>
    public async Task TakeBackAsync(StoredFile file)
    {
        try
        {
            await store.RemoveAsync(new(file.NodeId, file.StoredName), CancellationToken.None);
        }
        catch (StoreDownException e)
        {
            Down(e, file.NodeId);
        }
    }

    public static Happening Received(StoredFile file) => new("files.received", "file", file.Id.ToString(), $"收到 {file.Kind.Word} 文件一份")
    {
        Detail = new { file.Purpose, file.SubjectId, file.Slot, Kind = file.Kind.ToString(), file.Size, file.Sha256 },
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The file store is full (node {Node})")]
    private partial void Full(Exception e, NodeId node);

    [LoggerMessage(Level = LogLevel.Error, Message = "The file store does not answer (node {Node})")]
    private partial void Down(Exception e, NodeId node);
}
