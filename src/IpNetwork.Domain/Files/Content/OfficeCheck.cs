using System.Xml;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Files.Content;

/// <summary>A DOCX or XLSX: its parts, what they say they are, and whether one of them acts or fetches.</summary>
internal static class OfficeCheck
{
    private const string Types = "[Content_Types].xml";
    private static readonly byte[][] Actions = [Bytes.Of("DDEAUTO"), Bytes.Of("<ddeLink"), Bytes.Of(":ddeLink")];

    /// <summary>Links that a reader has to follow by hand, or that show a picture.</summary>
    private static readonly string[] HarmlessLinks = ["hyperlink", "image", "externalLinkPath", "externalLinkLongPath"];

    public static ContentReport Check(Stream content, FileKind kind, Budget budget, int depth)
    {
        var read = ZipDirectory.Read(content, kind, budget);
        if (!read.IsDone)
        {
            return read.Refusals[0];
        }

        var entries = read.Value;
        var main = kind is FileKind.Docx ? "word/document.xml" : "xl/workbook.xml";
        if (entries.FirstOrDefault(entry => entry.Name == Types) is not { } types || entries.All(entry => entry.Name != main))
        {
            return FileRefusals.ContentMismatch(kind);
        }

        var report = ContentReport.Fit;
        foreach (var entry in entries.Where(entry => !entry.IsFolder))
        {
            report = report.And(Part(content, entry, budget, depth));
            if (report.Refusal is not null)
            {
                return report;
            }
        }

        return report.And(TypesRefusal(content, types, kind, budget) is { } refusal ? refusal : ContentReport.Fit);
    }

    private static ContentReport Part(Stream content, ZipEntry entry, Budget budget, int depth)
    {
        if (IsMacro(entry.Name))
        {
            return FileRefusals.ActiveContent("宏");
        }

        if (entry.Name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase))
        {
            return Embedded(content, entry, budget, depth);
        }

        var look = new PartLook(Actions);
        entry.Unpack(content, budget, piece => look.Take(piece.Span));
        if (look.IsInfected)
        {
            return FileRefusals.LooksInfected();
        }

        if (look.IsForeign)
        {
            return FileRefusals.EmbeddedContent();
        }

        if (look.Acts)
        {
            return FileRefusals.ActiveContent("动态数据链接");
        }

        if (!look.IsXml)
        {
            return ContentReport.Fit;
        }

        var isLinks = entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        var refusal = Xml.Read(content, entry, budget, whole: isLinks, xml => isLinks && Fetches(xml) ? FileRefusals.ExternalContent() : null);
        return refusal is not null ? refusal : ContentReport.Fit with { TellsAuthor = entry.Name == "docProps/core.xml" && look.Size > 0 && TellsAuthor(content, entry, budget) };
    }

    private static bool IsMacro(string name) =>
        name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || name.Contains("vbaData", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase) || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase) || name.Contains("customUI", StringComparison.OrdinalIgnoreCase);

    /// <summary>The table behind a chart is a file of its own and is looked into; anything else stays outside.</summary>
    private static ContentReport Embedded(Stream content, ZipEntry entry, Budget budget, int depth)
    {
        if (depth > Budget.MostDepth || FileName.Parse(entry.Name.Split('/')[^1], [FileKind.Docx, FileKind.Xlsx]) is not { IsDone: true } name)
        {
            return FileRefusals.EmbeddedContent();
        }

        using var whole = entry.InMemory(content, budget);
        return ContentCheck.Check(whole, name.Value.Kind, budget, depth + 1);
    }

    private static Refusal? TypesRefusal(Stream content, ZipEntry types, FileKind kind, Budget budget)
    {
        var expected = kind is FileKind.Docx ? "wordprocessingml.document.main+xml" : "spreadsheetml.sheet.main+xml";
        var found = false;
        return Xml.Read(content, types, budget, whole: true, xml =>
        {
            var type = xml.GetAttribute("ContentType") ?? "";
            found |= type.EndsWith(expected, StringComparison.OrdinalIgnoreCase);
            return type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || type.Contains("activeX", StringComparison.OrdinalIgnoreCase)
                ? FileRefusals.ActiveContent("宏")
                : null;
        }) ?? (found ? null : FileRefusals.ContentMismatch(kind));
    }

    private static bool Fetches(XmlReader xml) =>
        xml.LocalName == "Relationship" && string.Equals(xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
        && !HarmlessLinks.Contains((xml.GetAttribute("Type") ?? "").Split('/')[^1], StringComparer.Ordinal);

    private static bool TellsAuthor(Stream content, ZipEntry entry, Budget budget)
    {
        var tells = false;
        Xml.Read(content, entry, budget, whole: true, xml =>
        {
            tells |= xml.LocalName is "creator" or "lastModifiedBy" && !xml.IsEmptyElement;
            return null;
        });
        return tells;
    }
}
