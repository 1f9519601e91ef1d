using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace IpNetwork.Testing.Files;

/// <summary>Sound files of every kind, made on the spot.</summary>
public static class Samples
{
    public static byte[] Pdf(string objects = "", string catalog = "", string info = "", string version = "1.7")
    {
        var body = $"%PDF-{version}\n%\u00E2\u00E3\u00CF\u00D3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R {catalog}>>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
            + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [] >>\nendobj\n"
            + "4 0 obj\n<< /Length 44 >>\nstream\nBT /F1 24 Tf 72 720 Td (Hello, world) Tj ET  \nendstream\nendobj\n"
            + objects;
        return Encoding.Latin1.GetBytes($"{body}xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 5 /Root 1 0 R {info}>>\nstartxref\n{body.Length}\n%%EOF\n");
    }

    /// <summary>A stream of objects, packed as newer programs write it.</summary>
    public static string ObjectStream(string objects, string dictionary = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", int number = 9)
    {
        var packed = Encoding.Latin1.GetString(Deflate(Encoding.Latin1.GetBytes($"7 0 {objects}")));
        return $"{number} 0 obj\n<< {dictionary} /Length {packed.Length} >>\nstream\n{packed}\nendstream\nendobj\n";
    }

    /// <summary>As many bytes as a test needs, in a stream that says nothing.</summary>
    public static byte[] PdfOf(int bytes)
    {
        var noise = new byte[bytes];
        new Random(7).NextBytes(noise);
        return Pdf($"8 0 obj\n<< /Length {bytes} >>\nstream\n{Encoding.Latin1.GetString(noise)}\nendstream\nendobj\n");
    }

    public static byte[] Deflate(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(plain);
        }

        return packed.ToArray();
    }

    public static byte[] Png(uint width = 4, uint height = 4, byte[]? exif = null, byte[]? behind = null)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var size = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(size, width);
        BinaryPrimitives.WriteUInt32BigEndian(size.AsSpan(4), height);
        (size[8], size[9]) = (8, 0);
        Chunk(png, "IHDR", size);
        if (exif is not null)
        {
            Chunk(png, "eXIf", exif);
        }

        Chunk(png, "IDAT", Deflate(new byte[(int)Math.Min(height, 64) * ((int)Math.Min(width, 64) + 1)]));
        Chunk(png, "IEND", []);
        png.Write(behind ?? []);
        return png.ToArray();
    }

    public static byte[] Jpg(int width = 4, int height = 4, byte[]? exif = null, byte[]? comment = null, byte[]? behind = null)
    {
        using var jpg = new MemoryStream();
        jpg.Write([0xFF, 0xD8]);
        Segment(jpg, 0xE0, [(byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        if (exif is not null)
        {
            Segment(jpg, 0xE1, [.. "Exif\0\0"u8, .. exif]);
        }

        if (comment is not null)
        {
            Segment(jpg, 0xFE, comment);
        }

        Segment(jpg, 0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);
        Segment(jpg, 0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);
        Segment(jpg, 0xC4, [0, 1, .. new byte[15], 0]);
        Segment(jpg, 0xDA, [1, 1, 0, 0, 63, 0]);
        jpg.Write([0x7F, 0xFF, 0x00, 0x12, 0xFF, 0xD0, 0x34, 0xFF, 0xD9]);
        jpg.Write(behind ?? []);
        return jpg.ToArray();
    }

    /// <summary>A picture's notes: where it was taken, and by whom.</summary>
    public static byte[] Exif(bool place, bool artist)
    {
        ushort[] tags = [0x010F, .. artist ? new ushort[] { 0x013B } : [], .. place ? new ushort[] { 0x8825 } : []];
        var notes = new byte[8 + 2 + (tags.Length * 12) + 4];
        "II*\0"u8.CopyTo(notes);
        notes[4] = 8;
        notes[8] = (byte)tags.Length;
        foreach (var (index, tag) in tags.Index())
        {
            BinaryPrimitives.WriteUInt16LittleEndian(notes.AsSpan(10 + (index * 12)), tag);
        }

        return notes;
    }

    public static Dictionary<string, string> DocxParts(string body = "申请材料") => new()
    {
        ["[Content_Types].xml"] = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""",
        ["_rels/.rels"] = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""",
        ["word/document.xml"] = $"""<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{body}</w:t></w:r></w:p></w:body></w:document>""",
    };

    public static Dictionary<string, string> XlsxParts() => new()
    {
        ["[Content_Types].xml"] = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""",
        ["xl/workbook.xml"] = """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>""",
        ["xl/worksheets/sheet1.xml"] = """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>""",
    };

    public static Dictionary<string, string> OfdParts() => new()
    {
        ["OFD.xml"] = """<?xml version="1.0" encoding="UTF-8"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>""",
        ["Doc_0/Document.xml"] = """<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Pages/></ofd:Document>""",
    };

    public static byte[] Docx() => Zip(DocxParts());

    public static byte[] Xlsx() => Zip(XlsxParts());

    public static byte[] Ofd() => Zip(OfdParts());

    public static byte[] Zip(Dictionary<string, string> parts) => Zip([.. parts.Select(part => (part.Key, Encoding.UTF8.GetBytes(part.Value)))]);

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return zip.ToArray();
    }

    private static void Segment(MemoryStream jpg, byte marker, byte[] body) =>
        jpg.Write([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body]);

    private static void Chunk(MemoryStream png, string name, byte[] body)
    {
        var number = new byte[4];
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. body];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        png.Write(number);
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        png.Write(number);
    }

    public static uint Crc(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
            }
        }

        return ~sum;
    }
}
