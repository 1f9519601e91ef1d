using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IpNetwork.App.Tests.Starting;

/// <summary>The real program as a process of its own, as a person starts it.</summary>
internal sealed class RealProgram : IDisposable
{
    // Speed is measured elsewhere; here a busy machine only has to wait.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RealProgram(Process process) => this.process = process;

    /// <summary>How a script calls the program.</summary>
    public static string CommandLine => $"{Host} {Find()}";

    private static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    public int ExitCode => process.ExitCode;

    public static RealProgram Start(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        // A shell starts its background jobs deaf to an interrupt, and children inherit that; env gives the program its ears back.
        var start = new ProcessStartInfo("env")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        foreach (var argument in new[] { "--default-signal=INT", Host, Find() }.Concat(args))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("IPNETWORK_", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var program = new RealProgram(Process.Start(start) ?? throw new InvalidOperationException("The program did not start."));
        program.process.OutputDataReceived += (_, line) => program.Hear(line.Data);
        program.process.ErrorDataReceived += (_, line) => program.Hear(line.Data);
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        return program;
    }

    public async Task ReadyAsync()
    {
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(ready.Task, ended, Task.Delay(Patience)) != ready.Task)
        {
            throw new InvalidOperationException($"Not ready:\n{Said}");
        }
    }

    public Task InterruptAsync() => EndAsync("-INT");

    public Task TerminateAsync() => EndAsync("-TERM");

    public Task KillAsync() => EndAsync("-KILL");

    public async Task EndedAsync()
    {
        await process.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task EndAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await EndedAsync();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (said)
        {
            said.AppendLine(line);
        }

        if (line.StartsWith("就绪", StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }

    /// <summary>The program's own output folder, which has its front-end files; built in the same configuration as these tests.</summary>
    private static string Find()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        for (var at = own; at is not null; at = at.Parent)
        {
            var built = Path.Combine(at.FullName, "src/IpNetwork.App/bin", own.Parent?.Name ?? "Debug", own.Name, "IpNetwork.App.dll");
            if (File.Exists(built))
            {
                return built;
            }
        }

        return typeof(Composition).Assembly.Location;
    }
}
