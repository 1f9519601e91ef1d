using System.Runtime.CompilerServices;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Data.Files;

/// <summary>A folder per node. Written beside its place, forced to the medium, renamed, and the folder forced too.</summary>
internal sealed class DiskStore(string root) : IFileStore
{
    private const int Piece = 128 * 1024;

    public async Task PutAsync(FilePlace place, Stream content, CancellationToken ct)
    {
        var (folder, path) = (FolderOf(place.Node), PathOf(place));
        var half = $"{path}.{Guid.NewGuid():n}";
        try
        {
            DurableFolder.Create(folder);
            await WriteAsync(half, content, ct);
            File.Move(half, path, overwrite: true);
            DurableFolder.Flush(folder);
        }
        catch (IOException e) when (NoSpaceException.IsCause(e))
        {
            throw new NoSpaceException(e);
        }
        finally
        {
            File.Delete(half);
        }
    }

    public Task<Stream?> OpenAsync(FilePlace place, CancellationToken ct)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(place), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Piece, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task RemoveAsync(FilePlace place, CancellationToken ct)
    {
        if (Directory.Exists(FolderOf(place.Node)))
        {
            File.Delete(PathOf(place));
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<KeptBytes> ListAsync(NodeId node, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var folder = new DirectoryInfo(FolderOf(node));
        foreach (var file in folder.Exists ? folder.EnumerateFiles() : [])
        {
            ct.ThrowIfCancellationRequested();
            yield return new(file.Name, file.LastWriteTimeUtc);
        }
    }

    private static async Task WriteAsync(string path, Stream content, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(path, options);
        content.Position = 0;
        await content.CopyToAsync(file, Piece, ct);
        file.Flush(flushToDisk: true);
    }

    private string FolderOf(NodeId node) => Path.Combine(root, node.ToString());

    private string PathOf(FilePlace place) => Path.Combine(FolderOf(place.Node), Path.GetFileName(place.Name) == place.Name ? place.Name : throw new ArgumentException("A name without folders is needed.", nameof(place)));
}
