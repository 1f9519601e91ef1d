using System.Buffers.Binary;
using System.Security.Cryptography;
using IpNetwork.App.Data.Trail;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Data.Sealing;

/// <summary>How a link of the chain is computed: its root over the hashes of its events, its head over everything the link says.</summary>
internal static class Link
{
    private static readonly byte[] Version = "ipnet-seal-1"u8.ToArray();

    /// <summary>What stands before the first link.</summary>
    public static string Origin { get; } = new('0', SHA256.HashSizeInBytes * 2);

    public static AuditSeal Close(AuditSeal? last, NodeId network, Span span, Batch batch, DateTimeOffset now)
    {
        var number = (last?.Number ?? 0) + 1;
        var at = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        return new AuditSeal
        {
            NodeId = network,
            Number = number,
            SealedAt = at,
            Cluster = span.Cluster,
            FromTx = span.From,
            ToTx = span.To,
            Events = batch.Events,
            Root = batch.Root,
            Head = Head(last?.Head ?? Origin, network, number, at, span, batch),
        };
    }

    public static string HeadOf(string previous, AuditSeal seal) =>
        Head(previous, seal.NodeId, seal.Number, seal.SealedAt, seal.Range(), new(seal.Events, seal.Root));

    public static Span Range(this AuditSeal seal) => new(seal.Cluster, seal.FromTx, seal.ToTx);

    /// <summary>SHA-256 over version, previous head, network, number, moment, cluster, first, end, count and root; each of fixed width, integers big-endian.</summary>
    private static string Head(string previous, NodeId network, long number, DateTimeOffset at, Span span, Batch batch)
    {
        var fields = new byte[48];
        BinaryPrimitives.WriteInt32BigEndian(fields, network.Value);
        BinaryPrimitives.WriteInt64BigEndian(fields.AsSpan(4), number);
        BinaryPrimitives.WriteInt64BigEndian(fields.AsSpan(12), (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        BinaryPrimitives.WriteInt64BigEndian(fields.AsSpan(20), span.Cluster);
        BinaryPrimitives.WriteUInt64BigEndian(fields.AsSpan(28), span.From);
        BinaryPrimitives.WriteUInt64BigEndian(fields.AsSpan(36), span.To);
        BinaryPrimitives.WriteInt32BigEndian(fields.AsSpan(44), batch.Events);
        return Convert.ToHexStringLower(SHA256.HashData([.. Version, .. Bytes(previous), .. fields, .. Bytes(batch.Root)]));
    }

    /// <summary>A forged row may hold anything; what is no hash counts as zeros and does not match.</summary>
    private static byte[] Bytes(string hash)
    {
        var bytes = new byte[SHA256.HashSizeInBytes];
        Convert.FromHexString(hash, bytes, out _, out _);
        return bytes;
    }
}

/// <summary>What one link covers: how many events, and the hash over their hashes in order.</summary>
internal readonly record struct Batch(int Events, string Root);

/// <summary>Gathers the events of one link.</summary>
internal sealed class Gathering : IDisposable
{
    private readonly IncrementalHash root = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public int Events { get; private set; }

    public void Add(ReadOnlySpan<byte> hash)
    {
        root.AppendData(hash);
        Events++;
    }

    public Batch Take()
    {
        var batch = new Batch(Events, Convert.ToHexStringLower(root.GetHashAndReset()));
        Events = 0;
        return batch;
    }

    public void Dispose() => root.Dispose();
}
