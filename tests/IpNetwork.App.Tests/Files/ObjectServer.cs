using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using IpNetwork.App.Data.Files;
using Xunit;

namespace IpNetwork.App.Tests.Files;

/// <summary>A real S3 server in a process of its own, from npm, pinned by a lock file; started when the first test asks.</summary>
public sealed partial class ObjectServer : IAsyncLifetime
{
    private const string Bucket = "files";
    private readonly string folder = Directory.CreateTempSubdirectory("ipnet-s3-").FullName;
    private readonly Lazy<Task<Uri>> started;
    private Process? process;

    public ObjectServer() => started = new(StartAsync);

    internal async Task<ObjectStoreSettings> SettingsAsync() => new(await started.Value, Bucket, "S3RVER", "S3RVER", "us-east-1");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<Uri> StartAsync()
    {
        var program = Path.Combine(await InstalledAsync(), "node_modules", "s3rver", "bin", "s3rver.js");
        process = Process.Start(new ProcessStartInfo("node", [program, "-d", folder, "-a", "127.0.0.1", "-p", "0", "-s", "--configure-bucket", Bucket]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("node did not start.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                return new Uri($"http://127.0.0.1:{match.Groups["port"].Value}");
            }
        }

        throw new InvalidOperationException("The S3 server ended at once.");
    }

    /// <summary>Installed once per lock file into the test's own output, without running any package's scripts.</summary>
    private static async Task<string> InstalledAsync()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "build", "s3");
        var stamp = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"))))[..16];
        var target = Path.Combine(AppContext.BaseDirectory, $"s3-{stamp}");
        if (File.Exists(Path.Combine(target, ".done")))
        {
            return target;
        }

        Directory.CreateDirectory(target);
        foreach (var name in new[] { "package.json", "package-lock.json" })
        {
            File.Copy(Path.Combine(source, name), Path.Combine(target, name), overwrite: true);
        }

        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]) { WorkingDirectory = target, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException("npm did not start.");
        var said = await npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm ci: {said}");
        }

        await File.WriteAllTextAsync(Path.Combine(target, ".done"), stamp);
        return target;
    }

    [GeneratedRegex(@"listening on .*:(?<port>\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Listening();
}

internal sealed class ObjectServerFactAttribute : FactAttribute
{
    private static readonly bool HasNpm = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "npm")))
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node")));

    public ObjectServerFactAttribute()
    {
        if (!HasNpm)
        {
            Skip = "需要 node 和 npm 来运行测试用的 S3 服务，本机没有。";
        }
    }
}
