using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Files.Content;

/// <summary>
/// The entries of an archive, read by hand: every byte of the file belongs to exactly one entry or to the directory, and both tell the same names.
/// What ordinary readers forgive — bytes before, between or behind, two names for one entry, entries that share their bytes — is refused here.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int MostDirectory = 4 * 1024 * 1024;
    private const uint Wide = uint.MaxValue;
    private const int LongestDescriptor = 24;

    public static Outcome<List<ZipEntry>> Read(Stream content, FileKind kind, Budget budget)
    {
        if (content.Length < EndLength || Number(Bytes.At(content, content.Length - EndLength, EndLength), 0, 4) != 0x06054B50)
        {
            return Signatures.EndsAsArchive(content) ? FileRefusals.TrailingContent() : FileRefusals.Unreadable(kind);
        }

        var (count, length, start, end) = End(content);
        if (count > Budget.MostEntries || length > MostDirectory)
        {
            return FileRefusals.ExpandsTooFar();
        }

        if (start < 0 || length < 0 || start + length != end)
        {
            return FileRefusals.TrailingContent();
        }

        budget.SpendEntries((int)count);
        var entries = Entries(Bytes.At(content, start, (int)length), (int)count);
        return FirstFault(content, kind, entries, start) is { } refusal ? refusal : entries;
    }

    private static (long Count, long Length, long Start, long End) End(Stream content)
    {
        var position = content.Length - EndLength;
        var end = Bytes.At(content, position, EndLength);
        var (count, length, start) = (Number(end, 10, 2), Number(end, 12, 4), Number(end, 16, 4));
        var locator = Bytes.At(content, Math.Max(0, position - 20), 20);
        if (position < 20 || Number(locator, 0, 4) != 0x07064B50)
        {
            return Number(end, 4, 2) == 0 && Number(end, 8, 2) == count ? (count, length, start, position) : throw new InvalidDataException();
        }

        var wide = (long)BinaryPrimitives.ReadUInt64LittleEndian(locator.AsSpan(8));
        var record = wide >= 0 && wide <= position - 76 ? Bytes.At(content, wide, 56) : throw new InvalidDataException();
        return Number(record, 0, 4) == 0x06064B50 && wide + 56 + 20 == position
            ? ((long)BinaryPrimitives.ReadUInt64LittleEndian(record.AsSpan(32)), (long)BinaryPrimitives.ReadUInt64LittleEndian(record.AsSpan(40)), (long)BinaryPrimitives.ReadUInt64LittleEndian(record.AsSpan(48)), wide)
            : throw new InvalidDataException();
    }

    private static List<ZipEntry> Entries(byte[] directory, int count)
    {
        var entries = new List<ZipEntry>(count);
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            if (at + 46 > directory.Length || Number(directory, at, 4) != 0x02014B50)
            {
                throw new InvalidDataException();
            }

            var (name, extra, comment) = ((int)Number(directory, at + 28, 2), (int)Number(directory, at + 30, 2), (int)Number(directory, at + 32, 2));
            if (at + 46 + name + extra + comment > directory.Length)
            {
                throw new InvalidDataException();
            }

            var (packed, size, offset) = Sizes(directory, at, directory.AsSpan(at + 46 + name, extra));
            entries.Add(new ZipEntry(directory[(at + 46)..(at + 46 + name)])
            {
                Flags = (int)Number(directory, at + 8, 2),
                Method = (int)Number(directory, at + 10, 2),
                Packed = packed,
                Size = size,
                Offset = offset,
                IsLink = directory[at + 5] == 3 && (Number(directory, at + 38, 4) >> 28) is 0xA,
            });
            at += 46 + name + extra + comment;
        }

        return at == directory.Length ? entries : throw new InvalidDataException();
    }

    private static (long Packed, long Size, long Offset) Sizes(byte[] directory, int at, ReadOnlySpan<byte> extra)
    {
        var (packed, size, offset) = (Number(directory, at + 20, 4), Number(directory, at + 24, 4), Number(directory, at + 42, 4));
        for (; extra.Length >= 4; extra = extra[(4 + BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]))..])
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4)
            {
                throw new InvalidDataException();
            }

            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == 1)
            {
                var wide = extra.Slice(4, length);
                (size, packed, offset) = (Take(ref wide, size), Take(ref wide, packed), Take(ref wide, offset));
            }
        }

        return (packed, size, offset);
    }

    private static long Take(ref ReadOnlySpan<byte> wide, long narrow)
    {
        if (narrow != Wide || wide.Length < 8)
        {
            return narrow;
        }

        var value = (long)BinaryPrimitives.ReadUInt64LittleEndian(wide);
        wide = wide[8..];
        return value >= 0 ? value : throw new InvalidDataException();
    }

    private static Refusal? FirstFault(Stream content, FileKind kind, List<ZipEntry> entries, long directory)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long at = 0;
        foreach (var entry in entries.OrderBy(entry => entry.Offset))
        {
            if (entry.Offset < at)
            {
                return FileRefusals.ExpandsTooFar();
            }

            if (entry.Offset - at > (at == 0 ? 0 : LongestDescriptor) || entry.Offset + 30 > directory)
            {
                return FileRefusals.TrailingContent();
            }

            var head = Bytes.At(content, entry.Offset, 30);
            var (name, extra) = ((int)Number(head, 26, 2), (int)Number(head, 28, 2));
            if (Number(head, 0, 4) != 0x04034B50 || !Bytes.At(content, entry.Offset + 30, name).AsSpan().SequenceEqual(entry.RawName))
            {
                return FileRefusals.Unreadable(kind);
            }

            entry.Start = entry.Offset + 30 + name + extra;
            at = entry.Start + entry.Packed;
            if (at > directory)
            {
                return FileRefusals.Unreadable(kind);
            }

            if (((entry.Flags | (int)Number(head, 6, 2)) & 0x2041) != 0)
            {
                return FileRefusals.Encrypted();
            }

            if (entry.Method is not (0 or 8) || Number(head, 8, 2) != entry.Method || (entry.Method == 0 && entry.Packed != entry.Size))
            {
                return FileRefusals.Unreadable(kind);
            }

            if (entry.IsLink || !entry.StaysInside || !seen.Add(entry.Name))
            {
                return FileRefusals.UnsafeEntry();
            }
        }

        return directory - at > LongestDescriptor ? FileRefusals.TrailingContent() : entries.Count == 0 ? FileRefusals.Empty() : null;
    }

    private static long Number(byte[] bytes, int at, int size) =>
        at + size > bytes.Length ? throw new InvalidDataException()
        : size == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at))
        : BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}

/// <summary>One thing inside an archive.</summary>
internal sealed class ZipEntry(byte[] rawName)
{
    public byte[] RawName => rawName;

    /// <summary>Old tools write names in the system's own encoding; letters that we cannot know stand as one sign, which no check depends on.</summary>
    public string Name { get; } = Decode(rawName);

    public required int Flags { get; init; }
    public required int Method { get; init; }
    public required long Packed { get; init; }
    public required long Size { get; init; }
    public required long Offset { get; init; }
    public required bool IsLink { get; init; }
    public long Start { get; set; }

    public bool IsFolder => Name.EndsWith('/');

    public bool StaysInside =>
        Name.Length is > 0 and <= 500 && Name[0] != '/' && !Name.Any(c => c is '\\' or ':' or < ' ' or '\x7F') && !Name.Split('/').Any(part => part is ".." or ".") && (!IsFolder || Size == 0);

    /// <summary>Its bytes as they come out; ends with an error where they do not come out as the directory says.</summary>
    public void Unpack(Stream content, Budget budget, Action<ReadOnlyMemory<byte>> take)
    {
        var packed = new Part(content, Start, Packed);
        using Stream plain = Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
        var buffer = new byte[32 * 1024];
        long sum = 0;
        int read;
        while ((read = plain.Read(buffer)) > 0)
        {
            budget.Spend(read, sum += read, Packed);
            if (sum > Size)
            {
                throw new InvalidDataException();
            }

            take(buffer.AsMemory(0, read));
        }

        if (sum != Size)
        {
            throw new InvalidDataException();
        }
    }

    /// <summary>As a whole, for what has to be looked into.</summary>
    public MemoryStream InMemory(Stream content, Budget budget)
    {
        if (Size > Budget.MostInMemory)
        {
            throw new SpentException();
        }

        var whole = new MemoryStream((int)Size);
        Unpack(content, budget, piece => whole.Write(piece.Span));
        return whole;
    }

    private static string Decode(byte[] raw)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(raw);
        }
        catch (DecoderFallbackException)
        {
            return string.Concat(raw.Select(b => b < 0x80 ? (char)b : '□'));
        }
    }
}
