using System.Buffers.Binary;

namespace IpNetwork.Domain.Files.Content;

/// <summary>Walks the chunks of a PNG: each one whole by its own check sum, the end at the end.</summary>
internal static class PngCheck
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    public static ContentReport Check(Stream content)
    {
        if (Bytes.Find(content, [.. Signatures.Pages, .. Signatures.Programs]) >= 0 || Signatures.EndsAsArchive(content) || Bytes.Find(new Part(content, 0, Math.Min(1024, content.Length)), Signatures.Documents) >= 0)
        {
            return FileRefusals.TrailingContent();
        }

        content.Position = 8;
        var report = ContentReport.Fit;
        var head = new byte[8];
        for (var first = true; ; first = false)
        {
            content.ReadExactly(head);
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var name = head.AsSpan(4);
            if (first != name.SequenceEqual("IHDR"u8) || (first && length != 13) || length > content.Length - content.Position)
            {
                return FileRefusals.Unreadable(FileKind.Png);
            }

            var start = content.Position;
            if (!IsWhole(content, name, length))
            {
                return FileRefusals.Unreadable(FileKind.Png);
            }

            if (first && Pixels.AreTooMany(Number(content, start), Number(content, start + 4)))
            {
                return FileRefusals.ImageTooLarge(Pixels.Side);
            }

            if (name.SequenceEqual("eXIf"u8))
            {
                report = report.And(Exif.Read(Bytes.At(content, start, (int)Math.Min(length, 65_536))));
            }

            content.Position = start + length + 4;
            if (name.SequenceEqual("IEND"u8))
            {
                return content.Position == content.Length ? report : FileRefusals.TrailingContent();
            }
        }
    }

    private static uint Number(Stream content, long position) => BinaryPrimitives.ReadUInt32BigEndian(Bytes.At(content, position, 4));

    private static bool IsWhole(Stream content, ReadOnlySpan<byte> name, long length)
    {
        var sum = Add(uint.MaxValue, name);
        var buffer = new byte[16 * 1024];
        for (var left = length; left > 0;)
        {
            var piece = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
            content.ReadExactly(piece);
            sum = Add(sum, piece);
            left -= piece.Length;
        }

        content.ReadExactly(buffer.AsSpan(0, 4));
        return ~sum == BinaryPrimitives.ReadUInt32BigEndian(buffer);
    }

    private static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            sum = Table[(byte)(sum ^ b)] ^ (sum >> 8);
        }

        return sum;
    }

    private static uint Entry(int value)
    {
        var entry = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            entry = (entry & 1) == 1 ? 0xEDB88320 ^ (entry >> 1) : entry >> 1;
        }

        return entry;
    }
}
