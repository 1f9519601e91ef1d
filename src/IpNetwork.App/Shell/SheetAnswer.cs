using System.Globalization;
using System.Net.Mime;

namespace IpNetwork.App.Shell;

/// <summary>A list as a spreadsheet to keep, written row by row as it is read, up to a number of rows that the page names.</summary>
internal sealed class SheetAnswer<T>(string name, IReadOnlyList<SheetColumn<T>> columns, IAsyncEnumerable<T> rows) : IResult
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // A workbook is put together from parts; the answer begins only when it is whole, so that a failure is an error page and not half a file.
        await using var file = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Truncate,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
        });
        await WriteAsync(file, httpContext.RequestAborted);
        var day = ChinaDay(httpContext.RequestServices.GetRequiredService<TimeProvider>());
        var response = httpContext.Response;
        response.ContentType = Workbook;
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = new ContentDisposition { FileName = "export.xlsx" } + $"; filename*=UTF-8''{Uri.EscapeDataString($"{name}-{day}.xlsx")}";
        file.Position = 0;
        await file.CopyToAsync(response.Body, httpContext.RequestAborted);
    }

    private async Task WriteAsync(Stream file, CancellationToken ct)
    {
        using var sheet = new SheetWriter(file, name, [.. columns.Select(column => column.Width)]);
        sheet.Heading(columns.Select(column => column.Heading));
        var written = 0;
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (written++ == Exports.MostRows)
            {
                sheet.Row([Exports.Cut]);
                break;
            }

            sheet.Row(columns.Select(column => column.Value(row)));
        }
    }

    private static string ChinaDay(TimeProvider clock) => Domain.Kernel.ChinaTime.DayOf(clock.GetUtcNow()).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}

internal static class Exports
{
    public const int MostRows = 10_000;

    public static readonly string Cut = $"后面还有。一次最多导出 {Say.Count(MostRows)} 行，请缩小条件再导出。";

    public static SheetAnswer<T> Of<T>(string name, IReadOnlyList<SheetColumn<T>> columns, IAsyncEnumerable<T> rows) => new(name, columns, rows);

    public static SheetAnswer<T> Of<T>(string name, IReadOnlyList<SheetColumn<T>> columns, IEnumerable<T> rows) => new(name, columns, rows.ToAsyncEnumerable());
}
