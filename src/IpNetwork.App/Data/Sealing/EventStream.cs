using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using IpNetwork.Domain.Kernel;
using Npgsql;

namespace IpNetwork.App.Data.Sealing;

/// <summary>
/// A network's events in chain order, each with its hash. What is hashed is the row as PostgreSQL sends it in binary COPY,
/// which any client can repeat: the number of columns (int16), then for each column its length (int32, −1 for null) and its
/// value: integers big-endian, text and JSON as UTF-8, ids as 16 bytes, instants as microseconds since 2000-01-01 UTC.
/// The first column is the version of this layout.
/// </summary>
internal sealed class EventStream : IAsyncDisposable
{
    private const int SignatureLength = 19;
    private const int TxOffset = 2 + 4 + 2 + 4;

    private readonly NpgsqlRawCopyStream copy;
    private readonly byte[] hash = new byte[SHA256.HashSizeInBytes];
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private bool begun;

    private EventStream(NpgsqlRawCopyStream copy) => this.copy = copy;

    public ulong Tx { get; private set; }

    public ReadOnlySpan<byte> Hash => hash;

    public static async Task<EventStream> OpenAsync(NpgsqlConnection connection, NodeId network, Span span, CancellationToken ct)
    {
        // COPY takes no parameters; everything put in here is a number.
        var sql = string.Create(CultureInfo.InvariantCulture, $"""
            copy (
                select 1::int2, tx, cluster, node_id, id, network_id, at, person_id, person_name, role, acting_node_id,
                       verb, subject_kind, subject_id, summary, reason, detail::text, trace_id, source
                from ipnet.audit_events
                where cluster = {span.Cluster} and tx >= '{span.From}'::xid8 and tx < '{span.To}'::xid8 and network_id = {network.Value}
                order by tx, node_id, id)
            to stdout (format binary)
            """);
        return new(await connection.BeginRawBinaryCopyAsync(sql, ct));
    }

    public async ValueTask<bool> NextAsync(CancellationToken ct)
    {
        if (!begun)
        {
            await HaveAsync(SignatureLength, ct);
            start += SignatureLength;
            begun = true;
        }

        await HaveAsync(2, ct);
        int columns = BinaryPrimitives.ReadInt16BigEndian(buffer.AsSpan(start));
        if (columns < 0)
        {
            return false;
        }

        var length = 2;
        for (var column = 0; column < columns; column++)
        {
            await HaveAsync(length + 4, ct);
            length += 4 + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(start + length)));
        }

        await HaveAsync(length, ct);
        var row = buffer.AsSpan(start, length);
        SHA256.HashData(row, hash);
        Tx = BinaryPrimitives.ReadUInt64BigEndian(row[TxOffset..]);
        start += length;
        return true;
    }

    /// <summary>A copy broken off before its end is cancelled, so that the connection serves on.</summary>
    public async ValueTask DisposeAsync() => await copy.DisposeAsync();

    private ValueTask HaveAsync(int length, CancellationToken ct) => end - start >= length ? default : FillAsync(length, ct);

    private async ValueTask FillAsync(int length, CancellationToken ct)
    {
        var rest = end - start;
        if (buffer.Length < length)
        {
            Array.Resize(ref buffer, Math.Max(length, buffer.Length * 2));
        }

        buffer.AsSpan(start, rest).CopyTo(buffer);
        (start, end) = (0, rest);
        end += await copy.ReadAtLeastAsync(buffer.AsMemory(end), length - rest, throwOnEndOfStream: true, ct);
    }
}

/// <summary>The transactions of one database cluster, from the first inclusive to the last exclusive.</summary>
internal readonly record struct Span(long Cluster, ulong From, ulong To);
