using System.Runtime.Versioning;

namespace IpNetwork.LocalPostgres;

[UnsupportedOSPlatform("windows")]
internal static class Cluster
{
    public static async Task CreateAsync(Home home, Binaries binaries, PrivatePostgresOptions options, CancellationToken ct)
    {
        // Made aside and renamed, so that a start broken off leaves nothing half made.
        var side = home.Data + ".new";
        if (Directory.Exists(side))
        {
            Directory.Delete(side, recursive: true);
        }

        Directory.CreateDirectory(side, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Posix.Give(side, home.RunAs);
        var answer = await Command.RunAsync(
            home.RunAs.Words([binaries.Initdb, "-D", side, .. Choices(options.Durable)]), TimeSpan.FromMinutes(3), ct);
        if (answer.ExitCode != 0)
        {
            throw new PostgresTroubleException(
                $"建立数据库失败（{binaries.Initdb}，PostgreSQL {binaries.Version}）。请看下面的原因；磁盘已满时先腾出空间，程序不全时用 IPNETWORK_PG_BIN 换一个。\n{answer.Text.Trim()}");
        }

        Directory.Move(side, home.Data);
    }

    private static IEnumerable<string> Choices(bool durable) =>
    [
        "-U", PrivatePostgres.Administrator, "-A", "trust", "-E", "UTF8", "--data-checksums",
        OperatingSystem.IsLinux() ? "--locale=C.UTF-8" : "--locale=C",
        "--locale-provider=icu", "--icu-locale=zh-Hans-CN",
        .. durable ? Array.Empty<string>() : ["--no-sync"],
    ];
}
