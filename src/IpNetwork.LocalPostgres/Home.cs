using System.Security.Cryptography;
using System.Text;

namespace IpNetwork.LocalPostgres;

internal sealed record Home(string Root, RunAs RunAs)
{
    private const int LongestSocketFolder = 100 - 22;

    private readonly string _beside = Path.Combine(Root, "run");

    public static string FolderUnder(string dataRoot) => Path.Combine(dataRoot, "postgres");

    public static string Mark(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];

    public string Data => Path.Combine(Root, "data");

    public string Log => Path.Combine(Root, "postgres.log");

    public string StarterLock => Path.Combine(Root, "starter.lock");

    public string UsersLock => Path.Combine(Root, "users.lock");

    public string Npm => Path.Combine(Path.GetDirectoryName(Root) ?? Root, "pg-npm");

    // A socket's path has room for 107 bytes, and the file names of ours take 22.
    public bool SocketsAreElsewhere => Encoding.UTF8.GetByteCount(_beside) > LongestSocketFolder;

    public string Sockets => !SocketsAreElsewhere
        ? _beside
        : $"/tmp/ipnetwork-{Posix.UserId}-{Mark(Root)}";

    public int? DataMajor()
    {
        var file = Path.Combine(Data, "PG_VERSION");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file).Trim(), out var major) ? major : null;
    }
}
