using System.Security.Cryptography;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Data.Files;

/// <summary>The files of the current node, for the rooms whose records they belong to. Asks nobody for rights: the room has.</summary>
internal sealed partial class FileShelf(NetworkDb db, CurrentNode node, NodeScopes scopes, IFileStore store, PartFiles parts, FileIntake intake, TimeProvider clock, ILogger<FileShelf> logger)
{
    /// <summary>What is among a subject's files now, in the order of its slots.</summary>
    public async Task<IReadOnlyList<StoredFile>> ListAsync(string purpose, Guid subject, CancellationToken ct) =>
        await Ready(purpose, subject).AsNoTracking().OrderBy(f => f.Slot).ThenBy(f => f.CreatedAt).ThenBy(f => f.Id).ToListAsync(ct);

    /// <summary>A file that can be read: one that is there, or that a snapshot holds.</summary>
    public async Task<StoredFile?> FindAsync(FileId id, CancellationToken ct) =>
        await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) is { IsReadable: true } file ? file : null;

    /// <summary>Called within the unit of work that makes a snapshot: what is there now stays readable for ever, and nothing comes in meanwhile.</summary>
    public async Task<IReadOnlyList<FileReceipt>> FreezeAsync(string purpose, Guid subject, CancellationToken ct)
    {
        await intake.LockAsync(new(purpose, subject), ct);
        var files = await Ready(purpose, subject).OrderBy(f => f.Slot).ThenBy(f => f.CreatedAt).ThenBy(f => f.Id).ToListAsync(ct);
        var now = clock.GetUtcNow();
        return [.. files.Select(file => file.Freeze(now))];
    }

    /// <summary>The bytes as they were received, or nothing: the whole is compared before the first byte is given.</summary>
    public async Task<Outcome<Stream>> OpenAsync(StoredFile file, CancellationToken ct)
    {
        Stream? content = null;
        try
        {
            content = await store.OpenAsync(new(file.NodeId, file.StoredName), ct);
            if (content is not null && await SameAsync(content, file, ct) is { } same)
            {
                return same;
            }
        }
        catch (Exception e) when (e is StoreDownException or NoSpaceException)
        {
            Down(e, file.NodeId, file.Id);
            return FileRefusals.StoreDown();
        }

        await DamagedAsync(file, content is null);
        return FileRefusals.HashMismatch();
    }

    private IQueryable<StoredFile> Ready(string purpose, Guid subject) =>
        db.Set<StoredFile>().Where(f => f.Purpose == purpose && f.SubjectId == subject && f.State == FileState.Ready);

    private async Task<Stream?> SameAsync(Stream content, StoredFile file, CancellationToken ct)
    {
        var read = content;
        try
        {
            if (!content.CanSeek)
            {
                read = parts.Scratch();
                await using (content)
                {
                    await content.CopyToAsync(read, ct);
                }

                read.Position = 0;
            }

            if (read.Length == file.Size && Convert.ToHexStringLower(await SHA256.HashDataAsync(read, ct)) == file.Sha256)
            {
                read.Position = 0;
                return read;
            }
        }
        catch
        {
            await read.DisposeAsync();
            throw;
        }

        await read.DisposeAsync();
        return null;
    }

    private async Task DamagedAsync(StoredFile file, bool isMissing)
    {
        Damaged(file.NodeId, file.Id, isMissing ? "missing" : "changed");
        await scopes.RunAsync(node.Node, services => services.GetRequiredService<UnitOfWork>().CommitAsync(Actor.Program("文件校验", node.Id), deed =>
        {
            deed.Happened(new("files.damaged", "file", file.Id.ToString(), isMissing ? "文件丢失，已停止提供" : "文件与收到时不一致，已停止提供") { Detail = new { file.Purpose, file.SubjectId, file.Sha256 } });
            return Task.FromResult(Outcome.Done);
        }, CancellationToken.None));
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "File {File} of node {Node} is {What}; it is no longer served")]
    private partial void Damaged(NodeId node, FileId file, string what);

    [LoggerMessage(Level = LogLevel.Error, Message = "The file store does not give file {File} of node {Node}")]
    private partial void Down(Exception e, NodeId node, FileId file);
}
