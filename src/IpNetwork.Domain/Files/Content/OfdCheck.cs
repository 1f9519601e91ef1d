using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Files.Content;

/// <summary>An OFD (GB/T 33190): its entry document, the body that it names, and parts that define nothing from outside.</summary>
internal static class OfdCheck
{
    private const string Entry = "OFD.xml";

    public static ContentReport Check(Stream content, Budget budget)
    {
        var read = ZipDirectory.Read(content, FileKind.Ofd, budget);
        if (!read.IsDone)
        {
            return read.Refusals[0];
        }

        if (read.Value.FirstOrDefault(entry => entry.Name == Entry) is not { } entry)
        {
            return FileRefusals.ContentMismatch(FileKind.Ofd);
        }

        foreach (var part in read.Value.Where(part => !part.IsFolder))
        {
            if (PartRefusal(content, part, budget) is { } refusal)
            {
                return refusal;
            }
        }

        return EntryReport(content, entry, [.. read.Value.Select(part => part.Name)], budget);
    }

    private static Refusal? PartRefusal(Stream content, ZipEntry part, Budget budget)
    {
        var look = new PartLook(Signatures.Pages);
        part.Unpack(content, budget, piece => look.Take(piece.Span));
        return look.IsInfected ? FileRefusals.LooksInfected()
            : look.IsForeign ? FileRefusals.EmbeddedContent()
            : look.IsXml ? Xml.Read(content, part, budget, whole: false, _ => null)
            : null;
    }

    private static ContentReport EntryReport(Stream content, ZipEntry entry, HashSet<string> names, Budget budget)
    {
        var (isOfd, hasBody, author) = (false, false, false);
        var refusal = Xml.Read(content, entry, budget, whole: true, xml =>
        {
            isOfd |= xml.Depth == 0 && xml.LocalName == "OFD";
            author |= xml.LocalName == "Author" && !xml.IsEmptyElement;
            hasBody |= xml.LocalName == "DocRoot" && names.Contains(xml.ReadString().Trim().TrimStart('/'));
            return null;
        });
        return refusal is not null ? refusal
            : isOfd && hasBody ? ContentReport.Fit with { TellsAuthor = author }
            : FileRefusals.ContentMismatch(FileKind.Ofd);
    }
}
