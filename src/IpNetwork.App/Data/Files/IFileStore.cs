using System.Security.Cryptography;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Data.Files;

/// <summary>Keeps the bytes of files. A name is random, lies below its node and gets one content, ever.</summary>
internal interface IFileStore
{
    /// <summary>When this returns, the bytes outlast a power cut; when it fails, nothing lies under the name.</summary>
    /// <param name="content">Can seek; read from its beginning.</param>
    public Task PutAsync(FilePlace place, Stream content, CancellationToken ct);

    /// <summary>Null where nothing is kept.</summary>
    public Task<Stream?> OpenAsync(FilePlace place, CancellationToken ct);

    public Task RemoveAsync(FilePlace place, CancellationToken ct);

    /// <summary>Everything of a node, what a killed process left half written included.</summary>
    public IAsyncEnumerable<KeptBytes> ListAsync(NodeId node, CancellationToken ct);
}

/// <summary>Where the bytes of a file lie. Nothing of it comes from a person.</summary>
internal sealed record FilePlace(NodeId Node, string Name)
{
    public static string NewName() => RandomNumberGenerator.GetHexString(40, lowercase: true);
}

internal sealed record KeptBytes(string Name, DateTimeOffset WrittenAt);

/// <summary>The medium is full.</summary>
internal sealed class NoSpaceException(Exception inner) : Exception("The file store is full.", inner)
{
    private const int DiskFull = 28;
    private const int QuotaFull = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static bool IsCause(IOException e) => e.HResult is DiskFull or QuotaFull or WindowsDiskFull;
}

/// <summary>The store does not answer, or not as a store should.</summary>
internal sealed class StoreDownException(string message, Exception? inner = null) : Exception(message, inner);
