using System.Buffers.Binary;

namespace IpNetwork.Domain.Files.Content;

/// <summary>Walks the segments of a JPEG. Phones put further pictures behind the first; nothing else may follow it.</summary>
internal static class JpegCheck
{
    private const int MostPictures = 8;
    private const int Start = 0xD8;
    private const int End = 0xD9;
    private const int Scan = 0xDA;

    public static ContentReport Check(Stream content)
    {
        if (Bytes.Find(content, [.. Signatures.Pages, .. Signatures.Programs]) >= 0 || Signatures.EndsAsArchive(content) || Bytes.Find(new Part(content, 0, Math.Min(1024, content.Length)), Signatures.Documents) >= 0)
        {
            return FileRefusals.TrailingContent();
        }

        content.Position = 0;
        var report = ContentReport.Fit;
        for (var picture = 0; picture < MostPictures; picture++)
        {
            report = report.And(Picture(content));
            if (report.Refusal is not null || AtEnd(content))
            {
                return report;
            }
        }

        return FileRefusals.TrailingContent();
    }

    private static ContentReport Picture(Stream content)
    {
        Expect(content, 0xFF);
        Expect(content, Start);
        var (report, measured) = (ContentReport.Fit, false);
        while (true)
        {
            var marker = Marker(content);
            if (marker is End)
            {
                return measured ? report : FileRefusals.Unreadable(FileKind.Jpg);
            }

            if (marker is >= 0xD0 and <= 0xD7 or 0x01)
            {
                continue;
            }

            var body = Body(content);
            if (IsFrame(marker))
            {
                measured = body.Length >= 6;
                if (measured && Pixels.AreTooMany(BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(3)), BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(1))))
                {
                    return FileRefusals.ImageTooLarge(Pixels.Side);
                }
            }
            else if (marker == 0xE1 && body.AsSpan().StartsWith("Exif\0\0"u8))
            {
                report = report.And(Exif.Read(body.AsSpan(6)));
            }
            else if (marker == Scan)
            {
                SkipScan(content);
            }
        }
    }

    private static bool IsFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static int Marker(Stream content)
    {
        Expect(content, 0xFF);
        int marker;
        while ((marker = Next(content)) == 0xFF)
        {
        }

        return marker is 0 ? throw new InvalidDataException() : marker;
    }

    private static byte[] Body(Stream content)
    {
        var length = ((Next(content) << 8) | Next(content)) - 2;
        var body = new byte[length >= 0 ? length : throw new InvalidDataException()];
        content.ReadExactly(body);
        return body;
    }

    /// <summary>Goes to the next marker that is neither stuffing nor a restart.</summary>
    private static void SkipScan(Stream content)
    {
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var from = content.Position;
            var read = content.Read(buffer);
            if (read < 2)
            {
                throw new EndOfStreamException();
            }

            var at = 0;
            while ((at = buffer.AsSpan(at, read - 1 - at).IndexOf((byte)0xFF) is var found and >= 0 ? at + found : -1) >= 0)
            {
                if (buffer[at + 1] is not (0 or 0xFF or >= 0xD0 and <= 0xD7))
                {
                    content.Position = from + at;
                    return;
                }

                at++;
            }

            content.Position = from + read - 1;
        }
    }

    /// <summary>Zeros that fill up, a maker's mark of known shape, or the end; another picture otherwise.</summary>
    private static bool AtEnd(Stream content)
    {
        var rest = content.Length - content.Position;
        if (rest == 0)
        {
            return true;
        }

        var here = content.Position;
        if (Bytes.At(content, content.Length - Math.Min(4, rest), 4).AsSpan().SequenceEqual("SEFT"u8))
        {
            return true;
        }

        content.Position = here;
        int next;
        while ((next = content.ReadByte()) == 0)
        {
        }

        if (next >= 0)
        {
            content.Position--;
        }

        return next < 0;
    }

    private static void Expect(Stream content, int value)
    {
        if (Next(content) != value)
        {
            throw new InvalidDataException();
        }
    }

    private static int Next(Stream content) => content.ReadByte() is var next and >= 0 ? next : throw new EndOfStreamException();
}

/// <summary>How large a picture may be when it is opened.</summary>
internal static class Pixels
{
    public const int Side = 20_000;
    private const long Area = 100_000_000;

    public static bool AreTooMany(long width, long height) => width is 0 or > Side || height is 0 or > Side || width * height > Area;
}
