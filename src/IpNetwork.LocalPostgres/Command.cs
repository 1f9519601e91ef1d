using System.ComponentModel;
using System.Diagnostics;

namespace IpNetwork.LocalPostgres;

internal sealed record CommandAnswer(int ExitCode, string Text);

internal static class Command
{
    public static async Task<CommandAnswer> RunAsync(
        IReadOnlyList<string> words, TimeSpan limit, CancellationToken ct, string folder = "/")
    {
        var start = Prepare(words, folder);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException(words[0]);
            process.StandardInput.Close();
            return await AnswerAsync(process, limit, ct);
        }
        catch (Win32Exception missing)
        {
            return new CommandAnswer(127, $"{words[0]}: {missing.Message}");
        }
    }

    public static ProcessStartInfo Prepare(IReadOnlyList<string> words, string folder)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { WorkingDirectory = folder };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = OperatingSystem.IsLinux() ? "C.UTF-8" : "C";
        return start;
    }

    public static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(d => d.Length > 0 && File.Exists(Path.Combine(d, program)));

    private static async Task<CommandAnswer> AnswerAsync(Process process, TimeSpan limit, CancellationToken ct)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timer.CancelAfter(limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timer.Token);
            var errors = process.StandardError.ReadToEndAsync(timer.Token);
            await process.WaitForExitAsync(timer.Token);
            return new CommandAnswer(process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            return new CommandAnswer(124, $"{process.StartInfo.FileName}: {limit.TotalSeconds:0} 秒内没有结束");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
