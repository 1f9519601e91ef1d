using System.Runtime.Versioning;

namespace IpNetwork.LocalPostgres;

[UnsupportedOSPlatform("windows")]
internal sealed class BinarySearch(PrivatePostgresOptions options, Home home)
{
    private const int Oldest = 15;

    public async Task<Binaries> FindAsync(CancellationToken ct)
    {
        var major = home.DataMajor();
        if (Demanded() is { Folder: { } folder, By: var by })
        {
            var demanded = await Binaries.AtAsync(folder, home.RunAs, ct)
                ?? throw new PostgresTroubleException(
                    $"{by}指定的 {folder} 里没有账号 {home.RunAs.Name} 能运行的 initdb 和 postgres。请改正它，或去掉它由程序自己去找。");
            return Fits(demanded, major) ? demanded : throw Mismatch(major, [demanded]);
        }

        var found = options.OnlyFromNpm ? [] : await FoundAsync(ct);
        var fitting = found.FirstOrDefault(b => Fits(b, major));
        if (fitting is not null)
        {
            return fitting;
        }

        if (major is not null and not NpmBinaries.Major)
        {
            throw Mismatch(major, found);
        }

        return await NpmBinaries.FetchAsync(home, options.Report, ct);
    }

    private static bool Fits(Binaries binaries, int? major) => major is null ? binaries.Major >= Oldest : binaries.Major == major;

    private (string? Folder, string By)? Demanded()
    {
        if (!string.IsNullOrEmpty(options.BinFolder))
        {
            return (options.BinFolder, "选项 BinFolder ");
        }

        var environment = Environment.GetEnvironmentVariable("IPNETWORK_PG_BIN");
        return string.IsNullOrEmpty(environment) ? null : (environment, "环境变量 IPNETWORK_PG_BIN ");
    }

    private async Task<List<Binaries>> FoundAsync(CancellationToken ct)
    {
        var found = new List<Binaries>();
        foreach (var folder in Candidates().Distinct())
        {
            if (await Binaries.AtAsync(folder, home.RunAs, ct) is { } binaries)
            {
                found.Add(binaries);
            }
        }

        return found;
    }

    private static IEnumerable<string> Candidates()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        const string debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        return path
            .Concat(installed.OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var v) ? v : 0).Select(d => Path.Combine(d, "bin")))
            .Concat(Parents(AppContext.BaseDirectory).Concat(Parents(Environment.CurrentDirectory))
                .Select(d => Path.Combine(d, "node_modules", NpmBinaries.Package, "native", "bin")));
    }

    private static IEnumerable<string> Parents(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }

    private PostgresTroubleException Mismatch(int? major, List<Binaries> found)
    {
        var here = found.Count == 0
            ? "本机没有找到 PostgreSQL"
            : $"本机找到的是 {string.Join("、", found.Select(b => $"{b.Version}（{b.Folder}）"))}";
        return new PostgresTroubleException(
            $"数据文件夹 {home.Data} 由 PostgreSQL {major} 建立，{here}，大版本不同不能打开。数据没有改动。"
            + $"请安装 PostgreSQL {major}（例如 apt-get install postgresql-{major}），或用 IPNETWORK_PG_BIN 指定它的程序文件夹；"
            + $"不再需要旧数据时，把 {home.Data} 改名后重新启动，会建一个新的库。");
    }
}
