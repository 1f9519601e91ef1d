using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Data.Files;

/// <summary>Files on their way, in a folder that all web processes share. Whoever has one open is alone with it.</summary>
internal sealed class PartFiles(FileSettings settings)
{
    private const int Busy = 11;
    private const int WindowsBusy = unchecked((int)0x80070020);

    /// <summary>Null while somebody else has it.</summary>
    public PartFile? TryOpen(FilePlace place)
    {
        DurableFolder.Create(FolderOf(place.Node));
        try
        {
            return new(new FileStream(PathOf(place), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.Asynchronous));
        }
        catch (IOException e) when (e.HResult is Busy or WindowsBusy)
        {
            return null;
        }
        catch (IOException e) when (NoSpaceException.IsCause(e))
        {
            throw new NoSpaceException(e);
        }
    }

    public long LengthOf(FilePlace place) => new FileInfo(PathOf(place)) is { Exists: true } file ? file.Length : 0;

    public void Remove(FilePlace place) => File.Delete(PathOf(place));

    public IEnumerable<KeptBytes> List(NodeId node)
    {
        var folder = new DirectoryInfo(FolderOf(node));
        return folder.Exists ? folder.EnumerateFiles().Select(file => new KeptBytes(file.Name, file.LastWriteTimeUtc)) : [];
    }

    /// <summary>Room for a copy that has to be looked at as a whole; gone when it is closed.</summary>
    public FileStream Scratch()
    {
        DurableFolder.Create(settings.Parts);
        return new(Path.Combine(settings.Parts, $"{Guid.NewGuid():n}.tmp"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
    }

    private string FolderOf(NodeId node) => Path.Combine(settings.Parts, node.ToString());

    private string PathOf(FilePlace place) => Path.Combine(FolderOf(place.Node), Path.GetFileName(place.Name));
}

/// <summary>One file on its way.</summary>
internal sealed class PartFile(FileStream file) : IAsyncDisposable
{
    private const int Piece = 64 * 1024;

    public Stream Content => file;

    public long Length => file.Length;

    /// <summary>
    /// Puts bytes behind the first <paramref name="offset"/>, whatever lay there; returns how many are safe now. A sender that
    /// falls silent in the middle has sent what it has sent.
    /// </summary>
    public async Task<Appended> AppendAsync(long offset, long most, Stream bytes, CancellationToken ct)
    {
        file.SetLength(offset);
        file.Position = offset;
        try
        {
            var (isCut, isTooLong) = await CopyAsync(bytes, most - offset, ct);
            file.Flush(flushToDisk: true);
            return new(file.Length, isCut, isTooLong);
        }
        catch (IOException e) when (NoSpaceException.IsCause(e))
        {
            file.SetLength(offset);
            throw new NoSpaceException(e);
        }
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();

    private async Task<(bool IsCut, bool IsTooLong)> CopyAsync(Stream bytes, long left, CancellationToken ct)
    {
        var piece = new byte[Piece];
        while (true)
        {
            int read;
            try
            {
                read = await bytes.ReadAsync(piece, ct);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                return (true, false);
            }

            if (read == 0 || read > left)
            {
                return (false, read > left);
            }

            await file.WriteAsync(piece.AsMemory(0, read), CancellationToken.None);
            left -= read;
        }
    }
}

/// <param name="IsCut">The sender fell silent before it was done.</param>
/// <param name="IsTooLong">More came than may; what is beyond was not taken.</param>
internal sealed record Appended(long Length, bool IsCut, bool IsTooLong);
