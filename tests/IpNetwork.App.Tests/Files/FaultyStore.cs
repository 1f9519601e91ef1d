using IpNetwork.App.Data.Files;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Tests.Files;

/// <summary>A real store with a fault that a test sets for one file at a time.</summary>
internal sealed class FaultyStore(IFileStore real) : IFileStore
{
    /// <summary>What happens to the next file put.</summary>
    public Fault Next { get; set; }

    public IFileStore Real => real;

    public async Task PutAsync(FilePlace place, Stream content, CancellationToken ct)
    {
        var (fault, _) = (Next, Next = Fault.None);
        switch (fault)
        {
            case Fault.DiesBefore:
                throw new InvalidOperationException("The process died before the bytes were kept.");
            case Fault.IsFull:
                throw new NoSpaceException(new IOException("full"));
            case Fault.IsDown:
                throw new StoreDownException("down");
            default:
                await real.PutAsync(place, content, ct);
                break;
        }

        if (fault is Fault.DiesAfter)
        {
            throw new InvalidOperationException("The process died between the bytes and their row.");
        }
    }

    public Task<Stream?> OpenAsync(FilePlace place, CancellationToken ct) => real.OpenAsync(place, ct);

    public Task RemoveAsync(FilePlace place, CancellationToken ct) => real.RemoveAsync(place, ct);

    public IAsyncEnumerable<KeptBytes> ListAsync(NodeId node, CancellationToken ct) => real.ListAsync(node, ct);
}

internal enum Fault
{
    None,
    DiesBefore,
    DiesAfter,
    IsFull,
    IsDown,
}
