using System.Diagnostics;
using System.Net;
using System.Runtime.Versioning;
using IpNetwork.App.Tests.LocalPostgres;
using IpNetwork.Testing;
using IpNetwork.Testing.Files;
using Xunit;

namespace IpNetwork.App.Tests.Files;

/// <summary>A medium that is really full: a small file system mounted where uploads and files lie.</summary>
[SupportedOSPlatform("linux")]
public sealed class FullMediumTests
{
    [SmallMediumFact]
    [Trait("Durability", "F02")]
    public async Task A_full_medium_refuses_without_a_trace_and_goes_on_when_there_is_room()
    {
        var host = new FilesHost();
        await host.InitializeAsync();
        try
        {
            Directory.CreateDirectory(host.PartsFolder);
            Directory.CreateDirectory(host.StoreFolder);
            using var parts = new SmallMedium(host.PartsFolder, "4m");
            using var files = new SmallMedium(host.StoreFolder, "3m");
            var builder = await host.OutsiderAsync(await new Given(host).ProvinceAsync());
            var kept = await builder.HandInAsync("kept.pdf", Samples.PdfOf(500_000));

            await PartsFullAsync(host, builder);
            await FilesFullAsync(host, builder);

            using var back = await builder.Visitor.GetAsync(kept.Body?["content"]?.GetValue<string>() ?? "");
            Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    /// <summary>While the bytes come in.</summary>
    private static async Task PartsFullAsync(FilesHost host, Uploader builder)
    {
        var content = Samples.PdfOf(2_000_000);
        var filler = Fill(host.PartsFolder, 2_500_000);
        await builder.StartAsync("a.pdf", content.Length);

        var refused = await builder.SendAsync(content, 0);
        var offset = await builder.OffsetAsync();
        File.Delete(filler);
        await builder.SendAsync(content[(int)offset..], offset);
        var receipt = await builder.CompleteAsync();

        Assert.Equal((507, "NO_SPACE"), (refused.Number, refused.Code));
        Assert.Equal(0, offset);
        Assert.Equal(HttpStatusCode.Created, receipt.Status);
        using var removed = await builder.Visitor.PostAsync($"{builder.Node.Api}/files/{receipt.Id}/removal");
        host.Clock.Advance(TimeSpan.FromHours(2));
        await host.SweepAsync(builder.Node);
        host.Clock.Advance(TimeSpan.FromHours(-2));
    }

    /// <summary>When they have come in and are to be kept.</summary>
    private static async Task FilesFullAsync(FilesHost host, Uploader builder)
    {
        var content = Samples.PdfOf(2_000_000);
        var filler = Fill(host.StoreFolder, 1_500_000);
        await builder.StartAsync("b.pdf", content.Length);
        await builder.SendAsync(content, 0);

        var refused = await builder.CompleteAsync();
        var kept = host.Kept(builder.Node).Length;
        File.Delete(filler);
        var receipt = await builder.CompleteAsync();

        Assert.Equal((507, "NO_SPACE"), (refused.Number, refused.Code));
        Assert.Equal(1, kept);
        Assert.Equal(HttpStatusCode.Created, receipt.Status);
        Assert.Equal(["kept.pdf", "b.pdf"], await builder.ListedAsync());
    }

    private static string Fill(string folder, int bytes)
    {
        var file = Path.Combine(folder, "filler");
        File.WriteAllBytes(file, new byte[bytes]);
        return file;
    }

    private sealed class SmallMedium : IDisposable
    {
        private readonly string folder;

        public SmallMedium(string folder, string size)
        {
            this.folder = folder;
            Assert.Equal(0, Run("mount", "-t", "tmpfs", "-o", $"size={size}", "ipnet-test", folder));
        }

        public void Dispose() => Run("umount", "-l", folder);
    }

    internal static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true });
        process?.WaitForExit();
        return process?.ExitCode ?? -1;
    }
}

[SupportedOSPlatform("linux")]
internal sealed class SmallMediumFactAttribute : FactAttribute
{
    public SmallMediumFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !PostgresFolder.IsRoot)
        {
            Skip = "只有 root 能挂载小文件系统，当前不是 root。";
            return;
        }

        var folder = Directory.CreateTempSubdirectory("ipnet-mount-").FullName;
        if (FullMediumTests.Run("mount", "-t", "tmpfs", "-o", "size=1m", "ipnet-test", folder) != 0)
        {
            Skip = "这里不许挂载文件系统。";
        }
        else
        {
            FullMediumTests.Run("umount", folder);
        }

        Directory.Delete(folder);
    }
}
