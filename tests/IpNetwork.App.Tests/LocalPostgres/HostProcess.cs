using System.Diagnostics;
using IpNetwork.LocalPostgres;

namespace IpNetwork.App.Tests.LocalPostgres;

internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;

    private HostProcess(Process process) => _process = process;

    public string Address { get; private set; } = "";

    public string Said { get; private set; } = "";

    public static async Task<HostProcess> StartAsync(string dataRoot, RunAs? asAccount)
    {
        var program = CopyProgram(dataRoot);
        string[] words = [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", "exec", program, dataRoot];
        var start = Command.Prepare(asAccount?.Words(words) ?? words, "/");
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.Environment["TMPDIR"] = "/tmp";
        var host = new HostProcess(Process.Start(start) ?? throw new InvalidOperationException(program));
        await host.ReadUntilReadyAsync();
        return host;
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ReadUntilReadyAsync()
    {
        const string ready = "ready ";
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(ready, StringComparison.Ordinal))
            {
                Address = line[ready.Length..];
                return;
            }

            Said += line + "\n";
        }

        throw new InvalidOperationException(Said);
    }

    // The build's own folder may be closed to the other account.
    private static string CopyProgram(string dataRoot)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataRoot, "program")).FullName;
        foreach (var file in new[] { "IpNetwork.Testing.dll", "IpNetwork.Testing.runtimeconfig.json", "IpNetwork.LocalPostgres.dll", "Npgsql.dll" })
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(folder, file), overwrite: true);
        }

        return Path.Combine(folder, "IpNetwork.Testing.dll");
    }
}
