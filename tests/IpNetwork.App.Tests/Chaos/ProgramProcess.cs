using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using IpNetwork.Testing.Chaos;

namespace IpNetwork.App.Tests.Chaos;

/// <summary>One process of the program, started and killed again and again at the same address.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ProgramProcess(ChaosHost host, params string[] roles) : IDisposable
{
    private static readonly HttpClient Probe = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly int port = FreePort();
    private Process? process;

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

    public int Kills { get; private set; }

    public async Task StartAsync(CancellationToken ct)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "IpNetwork.Testing.dll"), BreakableProgram.Name },
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = Address.ToString(),
                ["IPNETWORK_DB"] = host.AdministrativeConnection,
                ["IPNETWORK_DATA"] = host.ProgramData,
                ["IPNETWORK_SEAL_SECONDS"] = "2",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var role in roles)
        {
            start.ArgumentList.Add(role);
        }

        process?.Dispose();
        process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!await AnswersAsync(ct) && !process.HasExited)
        {
            await Task.Delay(100, ct);
        }
    }

    public void Kill()
    {
        if (process is { HasExited: false } running)
        {
            running.Kill();
            running.WaitForExit();
            Kills++;
        }
    }

    public void Dispose()
    {
        Kill();
        process?.Dispose();
    }

    private async Task<bool> AnswersAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await Probe.GetAsync(new Uri(Address, "/css/ipnet.css"), ct);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
