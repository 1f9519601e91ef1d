namespace IpNetwork.LocalPostgres;

internal sealed record RunAs(string Name, uint UserId, uint GroupId)
{
    public bool IsSelf => UserId == Posix.UserId;

    public IReadOnlyList<string> Words(params IEnumerable<string> words) => IsSelf
        ? [.. words]
        : ["setpriv", $"--reuid={UserId}", $"--regid={GroupId}", "--clear-groups", .. words];

    public static RunAs Self => new(Environment.UserName, Posix.UserId, 0);

    public static RunAs FirstOf(IReadOnlyList<string> names)
    {
        if (!Command.Exists("setpriv"))
        {
            throw new PostgresTroubleException(
                "PostgreSQL 不能以 root 运行，而本机没有 setpriv 命令，无法换用其他账号。"
                + "请安装 util-linux，或改用普通用户运行，或用 IPNETWORK_DB 指定已有的数据库。");
        }

        var known = Known();
        return names.Select(n => known.FirstOrDefault(k => k.Name == n)).OfType<RunAs>().FirstOrDefault(k => k.UserId != 0)
            ?? throw new PostgresTroubleException(
                $"PostgreSQL 不能以 root 运行，而本机没有可用的账号（找过：{string.Join("、", names)}）。"
                + "请执行 useradd --system postgres 建一个，或改用普通用户运行，或用 IPNETWORK_DB 指定已有的数据库。");
    }

    public static RunAs Owner(uint userId, uint groupId) =>
        Known().FirstOrDefault(k => k.UserId == userId) ?? new RunAs($"{userId}", userId, groupId);

    private static List<RunAs> Known() =>
        [.. File.ReadLines("/etc/passwd").Select(l => l.Split(':')).Where(p => p.Length >= 4)
            .Select(p => new RunAs(p[0], uint.Parse(p[2], null), uint.Parse(p[3], null)))];
}
