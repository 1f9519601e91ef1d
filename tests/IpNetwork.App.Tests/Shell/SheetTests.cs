using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using IpNetwork.App.Shell;
using Xunit;

namespace IpNetwork.App.Tests.Shell;

/// <summary>Spreadsheets: whole, and with nothing in them that a program would run.</summary>
public sealed class SheetTests
{
    [Fact]
    public void A_sheet_is_valid_and_its_cells_read_as_they_were_given()
    {
        using var file = Written(sheet =>
        {
            sheet.Heading(["名称", "数量", "日期", "空"]);
            sheet.Row(["绵阳", 3, new DateOnly(2026, 4, 9), null]);
        });

        using var document = SpreadsheetDocument.Open(file, false);
        Assert.Empty(new OpenXmlValidator().Validate(document));
        Assert.Equal([["名称", "数量", "日期", "空"], ["绵阳", "3", "2026-04-09", ""]], Rows(document));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\",\"点我\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("  前后有空格  ")]
    [InlineData("a\u0001b")]
    [InlineData("_x0041_")]
    [InlineData("<b>&amp;</b>")]
    public void What_looks_like_a_formula_is_text(string typed)
    {
        using var file = Written(sheet => sheet.Row([typed]));

        using var document = SpreadsheetDocument.Open(file, false);
        Assert.Empty(new OpenXmlValidator().Validate(document));
        var workbook = document.WorkbookPart!;
        var cell = Assert.Single(workbook.WorksheetParts.Single().Worksheet.Descendants<Cell>());
        Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
        Assert.Null(cell.CellFormula);
        var format = workbook.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
        Assert.Equal((49U, true), (format.NumberFormatId!.Value, format.QuotePrefix!.Value));
        Assert.Equal(typed.Replace('\u0001', '\uFFFD').Replace("_x0041_", "_x005F_x0041_", StringComparison.Ordinal), cell.InnerText);
    }

    internal static List<List<string>> Rows(SpreadsheetDocument document) =>
        [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList())];

    private static MemoryStream Written(Action<SheetWriter> write)
    {
        var file = new MemoryStream();
        using (var sheet = new SheetWriter(file, "表", [20, 10, 12, 8]))
        {
            write(sheet);
        }

        file.Position = 0;
        return file;
    }
}
