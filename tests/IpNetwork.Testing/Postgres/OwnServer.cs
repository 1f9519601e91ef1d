using System.Security.Cryptography;
using System.Text;
using IpNetwork.LocalPostgres;

namespace IpNetwork.Testing.Postgres;

internal static class OwnServer
{
    // Referred to for the life of the process: its lock tells that the server is still in use.
    private static PrivatePostgres? _kept;

    public static async Task<string> StartAsync(CancellationToken ct)
    {
        var folder = Folder();
        try
        {
            _kept = await PrivatePostgres.StartAsync(
                new PrivatePostgresOptions(folder)
                {
                    Durable = false,
                    MaxConnections = 300,
                    StopWhenUnusedFor = TimeSpan.FromSeconds(20),
                    Report = Console.Error.WriteLine,
                }, ct);
            return _kept.ConnectionString();
        }
        catch (PostgresTroubleException trouble)
        {
            throw new PostgresTroubleException($"测试用的数据库没有启动：{trouble.Message}\n里面只有测试数据，可以删去 {folder} 后再试。", trouble);
        }
    }

    private static string Folder()
    {
        var programs = Environment.GetEnvironmentVariable("IPNETWORK_PG_BIN") ?? "";
        var mark = programs.Length == 0 ? "" : "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(programs)))[..8];
        return Path.Combine(Path.GetTempPath(), $"ipnetwork-tests-{Environment.UserName}{mark}");
    }
}
