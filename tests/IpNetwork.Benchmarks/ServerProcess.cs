using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace IpNetwork.Benchmarks;

/// <summary>A server in a process of its own, so that its processor time is its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Uri address;

    private ServerProcess(Process process, Uri address) => (this.process, this.address) = (process, address);

    public double ResidentMegabytes => Cpu.ResidentKilobytes(process.Id) / 1024.0;

    public static async Task<ServerProcess> StartAsync(string role, string connection, params string[] rest)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [typeof(ServerProcess).Assembly.Location, role, connection, port, .. rest]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        var server = new ServerProcess(Process.Start(start) ?? throw new InvalidOperationException($"{role} did not start."), new($"http://127.0.0.1:{port}"));
        server.process.OutputDataReceived += (_, _) => { };
        server.process.BeginOutputReadLine();
        await server.ReadyAsync(port);
        return server;
    }

    public Task<Measure> LoadAsync(int postmaster, Func<Random, string> path, int clients, TimeSpan time) =>
        Load.RunAsync(address, process, postmaster, path, clients, time);

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task ReadyAsync(string port)
    {
        var until = Stopwatch.StartNew();
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
                return;
            }
            catch (SocketException) when (until.Elapsed < TimeSpan.FromSeconds(60) && !process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
