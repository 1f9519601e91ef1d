using System.IO.Compression;
using System.Text;
using IpNetwork.Domain.Files;
using IpNetwork.Testing.Files;

namespace IpNetwork.Domain.Tests.Files;

/// <summary>Files as offices, scanners, phones and tax bureaus make them; every one must get in.</summary>
internal static class Good
{
    public static IEnumerable<(FileKind Kind, byte[] Content)> Plain() =>
    [
        (FileKind.Pdf, Samples.Pdf()), (FileKind.Ofd, Samples.Ofd()), (FileKind.Docx, Samples.Docx()), (FileKind.Xlsx, Samples.Xlsx()),
        (FileKind.Jpg, Samples.Jpg()), (FileKind.Png, Samples.Png()), (FileKind.Zip, Samples.Zip(("合同.pdf", Samples.Pdf()))),
    ];

    public static IEnumerable<(string What, FileKind Kind, byte[] Content)> All()
    {
        foreach (var (kind, content) in Plain())
        {
            yield return ($"plain {kind}", kind, content);
        }

        yield return ("pdf 1.4", FileKind.Pdf, Samples.Pdf(version: "1.4"));
        yield return ("pdf 2.0", FileKind.Pdf, Samples.Pdf(version: "2.0"));
        yield return ("pdf without a line end at its end", FileKind.Pdf, Samples.Pdf()[..^1]);
        yield return ("pdf with zeros at its end", FileKind.Pdf, [.. Samples.Pdf(), .. new byte[64]]);
        yield return ("pdf saved twice", FileKind.Pdf, [.. Samples.Pdf(), .. "9 0 obj << /Title (x) >> endobj\nxref\n0 0\ntrailer << /Prev 9 >>\nstartxref\n9\n%%EOF\r\n"u8]);
        yield return ("pdf with packed objects", FileKind.Pdf, Samples.Pdf(objects: Samples.ObjectStream("<< /Type /Font >>") + Samples.ObjectStream("<< /Type /Annot /A << /S /URI /URI (https://www.cnipa.gov.cn) >> >>", number: 10)));
        yield return ("pdf with a form that does nothing", FileKind.Pdf, Samples.Pdf(catalog: "/AcroForm << /Fields [] >> /OpenAction [3 0 R /Fit] "));
        yield return ("pdf with unencrypted metadata", FileKind.Pdf, Samples.Pdf(catalog: "/EncryptMetadata false "));
        yield return ("pdf with outlines", FileKind.Pdf, Samples.Pdf(objects: "9 0 obj << /First 10 0 R /Last 10 0 R /Count 1 >> endobj\n10 0 obj << /N 3 >>\nstream\nabc\nendstream endobj\n"));
        yield return ("pdf with a scan", FileKind.Pdf, Samples.PdfOf(5_000_000));
        yield return ("pdf with a blank page of 300 dots", FileKind.Pdf, Samples.Pdf($"9 0 obj << /Filter /FlateDecode /Width 2480 /Height 3508 >>\nstream\n{Encoding.Latin1.GetString(Samples.Deflate(new byte[2480 * 3508 * 3]))}\nendstream endobj\n"));
        yield return ("jpg with notes", FileKind.Jpg, Samples.Jpg(exif: Samples.Exif(place: true, artist: true)));
        yield return ("jpg of a phone with a second picture", FileKind.Jpg, Samples.Jpg(behind: [0, 0, 0, .. Samples.Jpg()]));
        yield return ("jpg of a phone with its maker's mark", FileKind.Jpg, Samples.Jpg(behind: [1, 2, 3, .. "SEFHxxxxSEFT"u8]));
        yield return ("jpg of 12,000 by 8,000", FileKind.Jpg, Samples.Jpg(12_000, 8_000));
        yield return ("png with notes", FileKind.Png, Samples.Png(exif: Samples.Exif(place: true, artist: false)));
        yield return ("png of 10,000 by 10,000", FileKind.Png, Samples.Png(10_000, 10_000));
        yield return ("docx with a picture, a link and a table behind a chart", FileKind.Docx, Samples.Zip([.. Samples.DocxParts().Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))),
            ("word/media/image1.png", Samples.Png()),
            ("word/_rels/document.xml.rels", Encoding.UTF8.GetBytes("<Relationships><Relationship Id=\"r\" Type=\"http://x/hyperlink\" Target=\"https://www.cnipa.gov.cn\" TargetMode=\"External\"/></Relationships>")),
            ("word/embeddings/Microsoft_Excel_Sheet.xlsx", Samples.Xlsx()),
            ("docProps/core.xml", Encoding.UTF8.GetBytes("<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:creator>张三</dc:creator></cp:coreProperties>"))]));
        yield return ("docx in UTF-8 with a mark", FileKind.Docx, Samples.Zip([.. Samples.DocxParts().Select(p => (p.Key, (byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(p.Value)]))]));
        yield return ("xlsx with printer settings and a big sheet", FileKind.Xlsx, Samples.Zip([.. Samples.XlsxParts().Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))),
            ("xl/printerSettings/printerSettings1.bin", [1, 2, 3]), ("xl/worksheets/sheet2.xml", Encoding.UTF8.GetBytes("<worksheet><sheetData>" + string.Concat(Enumerable.Range(0, 200_000).Select(n => $"<row r=\"{n}\"><c r=\"A{n}\"><v>{n * 7919 % 10007}</v></c></row>")) + "</sheetData></worksheet>"))]));
        yield return ("ofd with a seal", FileKind.Ofd, Samples.Zip([.. Samples.OfdParts().Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))), ("Doc_0/Signs/Sign_0/Seal.esl", [0x30, 0x82, 1, 2])]));
        yield return ("archive with folders, old names and litter", FileKind.Zip, Samples.Zip(("材料/", []), ("材料/营业执照.jpg", Samples.Jpg()), ("材料/说明.docx", Samples.Docx()), ("__MACOSX/材料/._说明.docx", [0, 5, 22, 7]), (".DS_Store", [0, 0, 0, 1])));
        yield return ("archive that is not packed", FileKind.Zip, new RawZip().Add("a.pdf", Samples.Pdf(), new() { Method = 0 }).Add("b.png", Samples.Png(), new() { Method = 0 }).Bytes());
        yield return ("archive written in one go", FileKind.Zip, Streamed());
    }

    /// <summary>Sizes stand behind the content, as writers do that cannot go back.</summary>
    private static byte[] Streamed()
    {
        using var target = new OneWay();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "一.pdf", "二.pdf" })
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Samples.Pdf());
            }
        }

        return target.ToArray();
    }

    private sealed class OneWay : MemoryStream
    {
        public override bool CanSeek => false;
    }
}
