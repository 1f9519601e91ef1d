using System.IO.Compression;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Files.Content;

/// <summary>
/// Reads a PDF from end to end for names that act, embed or lock, wherever they stand; streams of objects are unpacked and read too.
/// Pages and pictures are not unpacked: nothing in them can act.
/// </summary>
internal sealed class PdfCheck
{
    private const int MostObjects = 500_000;
    private const int LargeStream = 256 * 1024;
    private const int Sample = 64 * 1024;

    private readonly Stream content;
    private readonly Budget budget;
    private readonly byte[] buffer = new byte[64 * 1024];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private int objects;
    private int flates;
    private long body;
    private bool tellsAuthor;

    private PdfCheck(Stream content, Budget budget) => (this.content, this.budget) = (content, budget);

    public static ContentReport Check(Stream content, Budget budget) =>
        FrameRefusal(content) is { } refusal ? refusal : new PdfCheck(content, budget).Read();

    private static Refusal? FrameRefusal(Stream content)
    {
        var head = Bytes.At(content, 0, 8);
        if (!(head.AsSpan(5).StartsWith("1."u8) || head.AsSpan(5).SequenceEqual("2.0"u8)) || head.Length < 8 || !char.IsAsciiDigit((char)head[7]))
        {
            return FileRefusals.Unreadable(FileKind.Pdf);
        }

        if (Bytes.Find(new Part(content, 0, Math.Min(1024, content.Length)), Signatures.Pages) >= 0 || Signatures.EndsAsArchive(content))
        {
            return FileRefusals.TrailingContent();
        }

        var tail = Bytes.At(content, Math.Max(0, content.Length - 2048), 2048).AsSpan();
        var end = tail.LastIndexOf("%%EOF"u8);
        if (end < 0 || tail[..end].LastIndexOf("startxref"u8) < 0)
        {
            return FileRefusals.Unreadable(FileKind.Pdf);
        }

        return tail[(end + 5)..].Trim("\r\n\t \0"u8).IsEmpty ? null : FileRefusals.TrailingContent();
    }

    private ContentReport Read()
    {
        var tokens = new PdfTokens();
        long at = 0;
        int read;
        while ((read = ReadAt(at)) > 0)
        {
            for (var i = 0; i < read; i++)
            {
                if (Take(tokens, tokens.Take(buffer[i]), at + i + 1) is { } refusal)
                {
                    return refusal;
                }
            }

            at += read;
        }

        return objects == 0 ? FileRefusals.Unreadable(FileKind.Pdf) : ContentReport.Fit with { TellsAuthor = tellsAuthor };
    }

    private int ReadAt(long position)
    {
        content.Position = position;
        return content.Read(buffer);
    }

    private Refusal? Take(PdfTokens tokens, PdfToken token, long after)
    {
        switch (token)
        {
            case PdfToken.Name:
                return Judge(tokens.Name);
            case PdfToken.Object:
                names.Clear();
                flates = 0;
                return ++objects > MostObjects ? FileRefusals.ExpandsTooFar() : null;
            case PdfToken.Stream:
                body = after;
                return flates > 1 ? FileRefusals.ExpandsTooFar() : HoldsObjects ? JudgeObjects(after) : null;
            case PdfToken.EndStream:
                return flates == 1 && after - body > LargeStream && Swells() ? FileRefusals.ExpandsTooFar() : null;
            default:
                return null;
        }
    }

    private bool HoldsObjects => names.Contains("ObjStm") || (names.Contains("First") && names.Contains("N"));

    private Refusal? Judge(string name)
    {
        switch (name)
        {
            case "JavaScript" or "Rendition":
                return FileRefusals.ActiveContent("脚本");
            case "Launch":
                return FileRefusals.ActiveContent("启动程序的动作");
            case "XFA":
                return FileRefusals.ActiveContent("动态表单");
            case "EmbeddedFile" or "EmbeddedFiles" or "GoToE" or "RichMedia":
                return FileRefusals.EmbeddedContent();
            case "Encrypt":
                return FileRefusals.Encrypted();
            case "Author":
                tellsAuthor = true;
                return null;
            case "FlateDecode":
                flates++;
                return null;
            case "ObjStm" or "First" or "N" or "Filter" or "Predictor" or "LZWDecode" or "ASCII85Decode" or "ASCIIHexDecode" or "RunLengthDecode" or "Crypt":
                names.Add(name);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Objects packed in a way that we do not read could say anything.</summary>
    private Refusal? JudgeObjects(long from)
    {
        if (flates == 0 && !names.Contains("Filter"))
        {
            return null;
        }

        if (flates != 1 || names.Overlaps(["Predictor", "LZWDecode", "ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode", "Crypt"]))
        {
            return FileRefusals.Unreadable(FileKind.Pdf);
        }

        var packed = content.Length - from;
        using var inflated = Inflate(from, packed);
        var tokens = new PdfTokens();
        var piece = new byte[16 * 1024];
        int read;
        for (long sum = 0; (read = inflated.Read(piece)) > 0; sum += read)
        {
            budget.Spend(read, sum + read, packed);
            foreach (var b in piece.AsSpan(0, read))
            {
                if (tokens.Take(b) is PdfToken.Name && Judge(tokens.Name) is { } refusal)
                {
                    return refusal;
                }
            }
        }

        return null;
    }

    /// <summary>A large stream whose beginning grows as only a bomb's does; a blank picture of that packed size would not fit any page.</summary>
    private bool Swells()
    {
        using var inflated = Inflate(body, Sample);
        var piece = new byte[64 * 1024];
        long sum = 0;
        try
        {
            int read;
            while ((read = inflated.Read(piece)) > 0)
            {
                if ((sum += read) > 250L * Sample)
                {
                    return true;
                }
            }
        }
        catch (InvalidDataException)
        {
            // The sample ends in the middle; what came out before counts.
        }

        return false;
    }

    private ZLibStream Inflate(long from, long length)
    {
        var start = Bytes.At(content, from, 1) is [(byte)'\n'] ? from + 1 : from;
        return new ZLibStream(new Part(content, start, length), CompressionMode.Decompress);
    }
}
