using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Files.Content;

/// <summary>
/// Whether a file is what its name says, whole, and without anything that acts by itself. Looks at the structure only and
/// decodes no picture and no page; every loop is bounded by the file's length or by <see cref="Budget"/>.
/// </summary>
public static class ContentCheck
{
    /// <param name="content">Can seek; is left anywhere.</param>
    public static ContentReport Check(Stream content, FileKind kind, string? declaredType = null) =>
        kind.Agrees(declaredType) ? Check(content, kind, new Budget(), depth: 0) : FileRefusals.DeclaredTypeMismatch();

    internal static ContentReport Check(Stream content, FileKind kind, Budget budget, int depth)
    {
        if (content.Length == 0)
        {
            return FileRefusals.Empty();
        }

        if (Bytes.Find(content, Signatures.Infected) >= 0)
        {
            return FileRefusals.LooksInfected();
        }

        if (!Signatures.Begins(content, kind))
        {
            return FileRefusals.ContentMismatch(kind);
        }

        try
        {
            return kind switch
            {
                FileKind.Pdf => PdfCheck.Check(content, budget),
                FileKind.Jpg => JpegCheck.Check(content),
                FileKind.Png => PngCheck.Check(content),
                FileKind.Docx or FileKind.Xlsx => OfficeCheck.Check(content, kind, budget, depth),
                FileKind.Ofd => OfdCheck.Check(content, budget),
                FileKind.Zip => ArchiveCheck.Check(content, budget, depth),
                _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
            };
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException)
        {
            return FileRefusals.Unreadable(kind);
        }
        catch (SpentException)
        {
            return FileRefusals.ExpandsTooFar();
        }
    }
}

/// <summary>How much may come out of one file that was handed in, whatever lies inside what.</summary>
internal sealed class Budget
{
    public const int MostEntries = 10_000;
    public const int MostDepth = 1;

    /// <summary>Of something that has to be looked into as a whole.</summary>
    public const int MostInMemory = 32 * 1024 * 1024;

    private const long MostBytes = 200 * 1024 * 1024;
    private const long FreeBytes = 8 * 1024 * 1024;
    private const long MostTimes = 250;

    private long left = MostBytes;
    private int entries = MostEntries;

    public void SpendEntries(int count)
    {
        if ((entries -= count) < 0)
        {
            throw new SpentException();
        }
    }

    /// <param name="sum">What has come out of this stream so far.</param>
    /// <param name="packed">What it is packed in.</param>
    public void Spend(int bytes, long sum, long packed)
    {
        left -= bytes;
        if (left < 0 || (sum > FreeBytes && sum / Math.Max(packed, 1) > MostTimes))
        {
            throw new SpentException();
        }
    }
}

internal sealed class SpentException : Exception;
