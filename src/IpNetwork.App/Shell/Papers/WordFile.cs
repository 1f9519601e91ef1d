using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace IpNetwork.App.Shell.Papers;

/// <summary>A paper as a Word file in Chinese: A4, Song type, two columns of label and text.</summary>
internal static class WordFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Song = "宋体";
    private const string Latin = "Times New Roman";
    private const string Title = "Title";
    private const string Subject = "Heading1";
    private const string Section = "Heading2";
    private const int LabelWidth = 2200;
    private const int TextWidth = 6870;

    public static byte[] Of(Paper paper)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var part = document.AddMainDocumentPart();
            part.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            part.Document = new(new Body(
            [
                Paragraph(paper.Title, Title, JustificationValues.Center),
                Paragraph(paper.Note, null, JustificationValues.Center),
                Paragraph(paper.Subject, Subject, JustificationValues.Center),
                .. paper.Sections.SelectMany(section => new OpenXmlElement[] { Paragraph(section.Title, Section, JustificationValues.Left), Lines(section.Lines) }),
                .. paper.Closing.Select(text => Paragraph(text, null, JustificationValues.Left)),
                .. paper.Signing.Select(text => Paragraph(text, null, JustificationValues.Right)),
                new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1247, Right = 1418, Bottom = 1247, Left = 1418, Header = 851, Footer = 992, Gutter = 0 }),
            ]));
            part.Document.Save();
        }

        return stream.ToArray();
    }

    private static Paragraph Paragraph(string text, string? style, JustificationValues at)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
        {
            properties.Append(new ParagraphStyleId { Val = style });
        }

        properties.Append(new Justification { Val = at });
        return new(properties, Run(text));
    }

    private static Table Lines(IReadOnlyList<PaperLine> lines) => new(
    [
        new TableProperties(
            new TableWidth { Width = $"{LabelWidth + TextWidth}", Type = TableWidthUnitValues.Dxa },
            new TableBorders(
                Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>()),
            new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(new GridColumn { Width = $"{LabelWidth}" }, new GridColumn { Width = $"{TextWidth}" }),
        .. lines.Select(line => new TableRow(Cell(line.Label, LabelWidth), Cell(line.Text, TextWidth))),
    ]);

    private static T Border<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "666666" };

    private static TableCell Cell(string text, int width) =>
        new(new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }), new Paragraph(Run(text)));

    private static Run Run(string text)
    {
        var run = new Run();
        foreach (var (place, line) in text.Split('\n').Index())
        {
            if (place > 0)
            {
                run.Append(new Break());
            }

            // What people typed may hold characters that XML has no place for.
            run.Append(new Text(string.Concat(line.Where(XmlConvert.IsXmlChar))) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    private static Styles Styles() => new(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Latin, HighAnsi = Latin, EastAsia = Song },
            new FontSize { Val = "21" },
            new Languages { Val = "en-US", EastAsia = "zh-CN" }))),
        Style("Normal", "Normal", null, isDefault: true),
        Style(Title, "Title", "36"),
        Style(Subject, "heading 1", "28"),
        Style(Section, "heading 2", "24"));

    private static Style Style(string id, string name, string? size, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        if (size is not null)
        {
            style.Append(
                new BasedOn { Val = "Normal" },
                new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "160", After = "80" }),
                new StyleRunProperties(new Bold(), new FontSize { Val = size }));
        }

        return style;
    }
}
