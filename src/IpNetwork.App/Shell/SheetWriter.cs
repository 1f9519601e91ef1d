using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace IpNetwork.App.Shell;

/// <summary>Writes a workbook of one sheet row by row. Text is typed as text in cell and format alike, so that nothing somebody once entered is ever a formula.</summary>
internal sealed partial class SheetWriter : IDisposable
{
    private const int LongestCell = 32_767;
    private const uint AsText = 1;
    private const uint AsHeading = 2;

    private readonly SpreadsheetDocument document;
    private readonly OpenXmlWriter writer;

    public SheetWriter(Stream stream, string name, IReadOnlyList<int> widths)
    {
        document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var sheet = workbook.AddNewPart<WorksheetPart>();
        workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = name }));
        writer = OpenXmlWriter.Create(sheet);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(widths.Select((width, index) =>
            new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
    }

    public void Heading(IEnumerable<string> headings) => Row(headings.Select(heading => Text(heading, AsHeading)));

    public void Row(IEnumerable<object?> values) => Row(values.Select(Cell));

    public void Dispose()
    {
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.Close();
        document.Dispose();
    }

    private void Row(IEnumerable<Cell> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    private static Cell Cell(object? value) => value switch
    {
        null => new Cell(),
        int number => new Cell { DataType = CellValues.Number, CellValue = new(number) },
        DateOnly day => Text(Say.Day(day), AsText),
        DateTimeOffset at => Text(Say.Moment(at), AsText),
        _ => Text(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", AsText),
    };

    private static Cell Text(string text, uint style) => new(new InlineString(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    /// <summary>What XML cannot carry is shown as unreadable; what a spreadsheet would take for an escape keeps its letters.</summary>
    private static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            kept.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        }

        var clean = Escape().Replace(kept.ToString(), "_x005F_$1");
        return clean.Length <= LongestCell ? clean : clean[..LongestCell];
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }) { NumberFormatId = 49, ApplyNumberFormat = true, ApplyAlignment = true, QuotePrefix = true },
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true, FontId = 1, ApplyFont = true, QuotePrefix = true }));

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
