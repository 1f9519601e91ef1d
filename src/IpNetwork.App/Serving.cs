using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using IpNetwork.App.Deployment;
using IpNetwork.App.Tenancy;
using Microsoft.AspNetCore.Hosting.Server;

namespace IpNetwork.App;

/// <summary>Runs web and worker until told to stop. On a developer's machine it first makes everything they need.</summary>
internal static class Serving
{
    public static async Task<int> RunAsync(bool web, bool worker, CancellationToken ct)
    {
        var started = Stopwatch.StartNew();
        if (!Settings.IsDevelopmentEnvironment)
        {
            return await ServeAsync(Settings.FromEnvironment([.. web ? [.. DatabaseLogins.OfWeb, Settings.ForProtection] : Array.Empty<string>(), .. worker ? DatabaseLogins.OfWorker : []]) with { RunsWeb = web, RunsWorker = worker }, "", started, ct);
        }

        if (web)
        {
            EnsureFree(Composition.AddressesInDevelopment);
        }

        var steps = new Steps(started);
        await using var workplace = await steps.RunAsync("准备数据库", () => Workplace.OpenAsync([], steps.Say, ct));
        var settings = workplace.Settings with { RunsWeb = web, RunsWorker = worker };
        var summary = await DevelopmentNetwork.PrepareAsync(settings, steps, ct);
        return await ServeAsync(settings, summary, started, ct);
    }

    private static async Task<int> ServeAsync(Settings settings, string summary, Stopwatch started, CancellationToken ct)
    {
        await DurabilityCheck.EnsureAsync(settings.Logins.App, ct);
        if (settings.RunsWorker)
        {
            // A backup finds it before anything has been written there.
            Directory.CreateDirectory(settings.DataFolder);
        }

        await using var app = Composition.Build(settings);
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw Taken(string.Join("、", Composition.AddressesOf(settings)), e);
        }

        Console.Write(summary);
        Console.WriteLine($"就绪，用时 {started.Elapsed.TotalSeconds:0.0} 秒：{Where(app)}（按 Ctrl-C 停止）");
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onCancel = ct.Register(() => stopping.TrySetResult());
        await using var onStop = app.Lifetime.ApplicationStopping.Register(() => stopping.TrySetResult());
        await stopping.Task;
        Console.WriteLine("正在停止……");
        await app.StopAsync(CancellationToken.None);
        Console.WriteLine("已停止。");
        return 0;
    }

    private static string Where(WebApplication app) =>
        app.Services.GetRequiredService<IServer>() is NoServer ? "后台任务在运行，不占端口" : string.Join("、", app.Urls);

    /// <summary>Told before the long work, not after it.</summary>
    private static void EnsureFree(IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            var binding = BindingAddress.Parse(address);
            if (binding.IsUnixPipe || binding.IsNamedPipe || binding.Port == 0)
            {
                continue;
            }

            try
            {
                using var probe = new TcpListener(HostOf(binding), binding.Port);
                probe.Start();
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse)
            {
                throw Taken(address, e);
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.AccessDenied)
            {
                throw new SetupException($"不能启动：没有权限使用地址 {address}。请用 ASPNETCORE_URLS=http://localhost:5081 换一个 1024 以上的端口。", e);
            }
        }
    }

    private static IPAddress HostOf(BindingAddress binding) =>
        IPAddress.TryParse(binding.Host.Trim('[', ']'), out var address) ? address
        : binding.Host is "localhost" ? IPAddress.Loopback
        : IPAddress.Any;

    private static SetupException Taken(string addresses, Exception e) =>
        new($"不能启动：地址 {addresses} 已被别的程序占用。请停掉它，或用 ASPNETCORE_URLS=http://localhost:5081 换一个地址。", e);
}
