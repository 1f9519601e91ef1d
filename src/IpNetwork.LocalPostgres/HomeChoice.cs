using System.Runtime.Versioning;

namespace IpNetwork.LocalPostgres;

[UnsupportedOSPlatform("windows")]
internal static class HomeChoice
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static string Elsewhere(string dataRoot) =>
        $"/var/tmp/ipnetwork-{Posix.UserId}-{Home.Mark(Path.GetFullPath(dataRoot))}";

    public static async Task<Home> ChooseAsync(PrivatePostgresOptions options, CancellationToken ct)
    {
        var wanted = Path.GetFullPath(options.DataRoot);
        var elsewhere = Elsewhere(wanted);
        if (!HasData(wanted) && HasData(elsewhere))
        {
            var (kept, trouble) = await PrepareAsync(elsewhere, options.Accounts, ct);
            options.Report($"数据库沿用上次的文件夹 {elsewhere}。");
            return kept ?? throw Unusable(trouble, elsewhere);
        }

        var (home, reason) = await PrepareAsync(wanted, options.Accounts, ct);
        if (home is not null)
        {
            return home;
        }

        var (other, secondReason) = await PrepareAsync(elsewhere, options.Accounts, ct);
        options.Report($"{reason}，数据库改放在 {elsewhere}。");
        return other ?? throw Unusable($"{reason}；{secondReason}", wanted);
    }

    private static bool HasData(string dataRoot) => File.Exists(Path.Combine(Home.FolderUnder(dataRoot), "data", "PG_VERSION"));

    private static PostgresTroubleException Unusable(string? reason, string folder) => new(
        $"找不到可以放数据库的文件夹（{folder}）：{reason}。请用 IPNETWORK_DATA 指定一个可写、上级文件夹对其他账号开放的位置，或用 IPNETWORK_DB 指定已有的数据库。");

    private static async Task<(Home? Home, string? Reason)> PrepareAsync(
        string dataRoot, IReadOnlyList<string> accounts, CancellationToken ct)
    {
        var folder = Home.FolderUnder(dataRoot);
        try
        {
            Directory.CreateDirectory(folder);
            var home = new Home(folder, await WhoAsync(folder, accounts, ct));
            foreach (var path in Trusted(home, dataRoot))
            {
                if ((await Posix.OwnerAsync(path, ct)).UserId is var owner && owner != Posix.UserId && owner != home.RunAs.UserId)
                {
                    return (null, $"{path} 属于另一个账号（{owner}）");
                }
            }

            HandOver(home);
            var reach = await Command.RunAsync(home.RunAs.Words("test", "-w", home.Root), TimeSpan.FromSeconds(10), ct);
            return reach.ExitCode == 0
                ? (home, null)
                : (null, $"账号 {home.RunAs.Name} 进不了 {dataRoot}（它的某个上级文件夹不对其他账号开放）");
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return (null, $"用不了 {dataRoot}（{trouble.Message.TrimEnd('.')}）");
        }
    }

    // Names under /tmp and /var/tmp can be guessed: somebody else may have made the folder first.
    private static IEnumerable<string> Trusted(Home home, string dataRoot) =>
        new[] { home.Root, home.Data, home.Sockets }
            .Concat(dataRoot.StartsWith("/var/tmp/", StringComparison.Ordinal) ? [dataRoot] : [])
            .Where(Directory.Exists);

    private static async Task<RunAs> WhoAsync(string folder, IReadOnlyList<string> accounts, CancellationToken ct)
    {
        if (!Posix.IsRoot)
        {
            return RunAs.Self;
        }

        var data = Path.Combine(folder, "data");
        if (Directory.Exists(data) && await Posix.OwnerAsync(data, ct) is { UserId: not 0 } owner)
        {
            return RunAs.Owner(owner.UserId, owner.GroupId);
        }

        return RunAs.FirstOf(accounts);
    }

    private static void HandOver(Home home)
    {
        foreach (var folder in new[] { home.Root, home.Sockets })
        {
            Directory.CreateDirectory(folder, Private);
            Posix.Give(folder, home.RunAs);
            File.SetUnixFileMode(folder, Private);
        }

        foreach (var file in new[] { home.Log, home.StarterLock, home.UsersLock })
        {
            Touch(file);
            Posix.Give(file, home.RunAs);
        }
    }

    private static void Touch(string file)
    {
        try
        {
            new FileStream(file, FileMode.CreateNew).Dispose();
        }
        catch (IOException) when (File.Exists(file))
        {
        }
    }
}
