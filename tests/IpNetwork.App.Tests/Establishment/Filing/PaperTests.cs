using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using IpNetwork.App.Shell.Papers;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace IpNetwork.App.Tests.Establishment.Filing;

/// <summary>设立申报书 as a page, as PDF and as a Word file.</summary>
public sealed class PaperTests(FilingHost host) : IClassFixture<FilingHost>
{
    [Fact]
    [Trait("Rule", "APP-01")]
    public async Task An_application_is_read_on_a_page_and_taken_home_as_a_word_file()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.SubmittedAsync(builder);

        var page = await builder.TextAsync($"{town.Pages}/applications/{id}/document");
        using var word = await builder.GetAsync($"{town.Api}/{id}/document/docx");

        Assert.Contains("公共服务平台（工作站）设立申报书", page, StringComparison.Ordinal);
        Assert.Contains("第 1 版", page, StringComparison.Ordinal);
        Assert.Equal(WordFile.ContentType, word.Content.Headers.ContentType?.ToString());
        await using var archive = new ZipArchive(await word.Content.ReadAsStreamAsync());
        using var text = new StreamReader(await archive.GetEntry("word/document.xml")!.OpenAsync());
        var said = await text.ReadToEndAsync();
        Assert.Contains("遂宁市", said, StringComparison.Ordinal);
        Assert.Contains("服务 500 家", said, StringComparison.Ordinal);
    }

    [PrinterFact]
    [Trait("Rule", "APP-01")]
    public async Task An_application_is_printed_as_pdf()
    {
        var town = await FilingTown.FoundAsync(host);
        using var builder = await town.BuilderAsync();
        var id = await town.StartAsync(builder);

        using var printed = await builder.GetAsync($"{town.Api}/{id}/document/pdf");

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (printed.StatusCode, printed.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(await printed.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    [PrinterFact]
    public async Task The_printer_runs_no_script_and_reaches_no_network()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var elsewhere = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        using var printer = new PdfPrinter(PdfSettings.FromEnvironment(), NullLogger<PdfPrinter>.Instance);
        var html = $"""
            <!DOCTYPE html><html><head><meta charset="utf-8"><link rel="stylesheet" href="{elsewhere}/style.css"></head><body><p>一页</p>
            <img src="{elsewhere}/picture.png"><iframe src="{elsewhere}/frame"></iframe>
            <script>for (let i = 0; i < 5; i++) document.body.insertAdjacentHTML("beforeend", "<p style='break-before: page'>多</p>"); fetch("{elsewhere}/script");</script>
            </body></html>
            """;

        var pdf = await printer.PrintAsync(html, CancellationToken.None);

        Assert.NotNull(pdf);
        Assert.Single(Regex.Matches(Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.False(listener.Pending());
    }
}

/// <summary>Needs a browser on this machine.</summary>
public sealed class PrinterFactAttribute : FactAttribute
{
    public PrinterFactAttribute()
    {
        if (PdfSettings.FromEnvironment().Program is null)
        {
            Skip = $"没有找到 Chromium。请安装 chromium，或用 {PdfSettings.Variable} 指明程序。";
        }
    }
}
