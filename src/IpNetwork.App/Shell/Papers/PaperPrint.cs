using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace IpNetwork.App.Shell.Papers;

/// <summary>Answers with a paper as a file: PDF where a browser prints here, Word always.</summary>
internal sealed class PaperPrint(PdfPrinter printer, IServiceProvider services, ILoggerFactory loggers)
{
    private static readonly Refusal NotPrinted = new("PRINT_UNAVAILABLE", "现在不能生成 PDF。请稍后再试，或者打开网页用浏览器打印、另存为 PDF；也可以下载 Word 文件。") { Kind = RefusalKind.Unavailable };

    public bool HasPdf => printer.IsThere;

    public async Task<IResult> PdfAsync(Paper paper, string name, HttpContext context)
    {
        if (await printer.PrintAsync(await HtmlAsync(paper), context.RequestAborted) is { } pdf)
        {
            return Results.File(pdf, "application/pdf", $"{name}.pdf");
        }

        if (context.IsApi())
        {
            return Answers.Problem(NotPrinted);
        }

        context.Features.Set(NotPrinted);
        return Results.StatusCode(Answers.StatusOf(NotPrinted));
    }

    public static IResult Word(Paper paper, string name) => Results.File(WordFile.Of(paper), WordFile.ContentType, $"{name}.docx");

    /// <summary>Whole and by itself: it asks for nothing that lies elsewhere.</summary>
    private async Task<string> HtmlAsync(Paper paper)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<PrintedPaper>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Paper"] = paper }))).ToHtmlString());
    }
}

internal static class PaperServices
{
    public static void AddPapers(this IServiceCollection services)
    {
        services.AddSingleton(PdfSettings.FromEnvironment());
        services.AddSingleton<PdfPrinter>();
        services.AddScoped<PaperPrint>();
    }
}
