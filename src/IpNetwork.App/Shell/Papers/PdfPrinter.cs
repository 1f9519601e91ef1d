using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace IpNetwork.App.Shell.Papers;

/// <summary>
/// Prints HTML of ours with a headless browser that runs no script and reaches no network, in a profile of its own that is gone afterwards.
/// One at a time: a print takes a processor and some hundred megabytes.
/// </summary>
internal sealed partial class PdfPrinter(PdfSettings settings, ILogger<PdfPrinter> logger) : IDisposable
{
    private const string NoScript = """{"profile":{"default_content_setting_values":{"javascript":2,"images":2}}}""";

    private readonly SemaphoreSlim place = new(1);

    public bool IsThere => settings.Program is not null;

    /// <returns>Null where there is no browser, it is busy for too long, or it did not print.</returns>
    public async Task<byte[]?> PrintAsync(string html, CancellationToken ct)
    {
        if (settings.Program is not { } program || !await place.WaitAsync(settings.Patience, ct))
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("ipnet-print-");
        try
        {
            return await PrintAsync(program, folder.FullName, html, ct);
        }
        finally
        {
            place.Release();
            Remove(folder);
        }
    }

    public void Dispose() => place.Dispose();

    private async Task<byte[]?> PrintAsync(string program, string folder, string html, CancellationToken ct)
    {
        var (page, pdf, profile) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"), Path.Combine(folder, "profile"));
        Directory.CreateDirectory(Path.Combine(profile, "Default"));
        await File.WriteAllTextAsync(Path.Combine(profile, "Default", "Preferences"), NoScript, ct);
        await File.WriteAllTextAsync(page, html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), ct);
        var start = new ProcessStartInfo(program, Words(page, pdf, profile))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The browser needs nothing that this program knows, least of all its secrets.
        foreach (var name in start.Environment.Keys.Where(name => name is not ("PATH" or "LANG" or "LC_ALL" or "FONTCONFIG_PATH")).ToList())
        {
            start.Environment.Remove(name);
        }

        (start.Environment["HOME"], start.Environment["TMPDIR"]) = (folder, folder);
        return await RunAsync(start, ct) && File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, ct) : null;
    }

    private async Task<bool> RunAsync(ProcessStartInfo start, CancellationToken ct)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timer.CancelAfter(settings.Limit);
        try
        {
            using var process = Process.Start(start) ?? throw new Win32Exception();
            try
            {
                process.StandardInput.Close();
                var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(timer.Token), process.StandardError.ReadToEndAsync(timer.Token));
                await process.WaitForExitAsync(timer.Token);
                if (process.ExitCode != 0)
                {
                    Failed(process.ExitCode, (await said)[1] is { Length: > 500 } much ? much[^500..] : (await said)[1]);
                }

                return process.ExitCode == 0;
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            TooSlow(settings.Limit.TotalSeconds);
            return false;
        }
        catch (Win32Exception e)
        {
            NotStarted(e);
            return false;
        }
    }

    private static IEnumerable<string> Words(string page, string pdf, string profile) =>
    [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check",
        "--disable-extensions", "--disable-sync", "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--no-pings", "--password-store=basic",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
        // The browser's own sandbox needs a kernel that lets it; root it refuses outright.
        .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
        $"--user-data-dir={profile}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri,
    ];

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child of the browser still held a file; the system's own cleaning of temporary files takes it.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The browser that prints ended with {Code}: {Said}")]
    private partial void Failed(int code, string said);

    [LoggerMessage(Level = LogLevel.Error, Message = "The browser that prints did not end within {Seconds} seconds")]
    private partial void TooSlow(double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The browser that prints could not be started")]
    private partial void NotStarted(Exception e);
}
