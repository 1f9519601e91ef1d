namespace IpNetwork.LocalPostgres;

internal static class FileLock
{
    public static FileStream? TryExclusive(string file) => Try(file, FileShare.None);

    public static Task<FileStream> SharedAsync(string file, CancellationToken ct) =>
        WaitAsync(file, FileShare.Read, TimeSpan.FromSeconds(30), () => { }, ct);

    public static Task<FileStream> ExclusiveAsync(string file, TimeSpan limit, Action waiting, CancellationToken ct) =>
        WaitAsync(file, FileShare.None, limit, waiting, ct);

    private static async Task<FileStream> WaitAsync(
        string file, FileShare share, TimeSpan limit, Action waiting, CancellationToken ct)
    {
        var patience = Patience.Of(limit);
        for (var round = 0; ; round++)
        {
            if (Try(file, share) is { } held)
            {
                return held;
            }

            if (patience.IsOver)
            {
                throw new PostgresTroubleException(
                    $"等了 {limit.TotalMinutes:0.#} 分钟，另一个程序仍占着 {file}。请结束那个程序后再启动。");
            }

            if (round == 20)
            {
                waiting();
            }

            await Task.Delay(100, ct);
        }
    }

    private static FileStream? Try(string file, FileShare share)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, share);
        }
        catch (IOException taken) when (taken is not FileNotFoundException and not DirectoryNotFoundException)
        {
            return null;
        }
    }
}
