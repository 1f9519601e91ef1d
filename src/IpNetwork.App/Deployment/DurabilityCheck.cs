using IpNetwork.App.Tenancy;
using Npgsql;

namespace IpNetwork.App.Deployment;

/// <summary>What was acknowledged must survive a crash: a server that does not promise it is not served from.</summary>
internal static class DurabilityCheck
{
    private const string Weak =
        "select name || ' = ' || setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name";

    public static async Task EnsureAsync(string app, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(app);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(Weak, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var weak = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            weak.Add(reader.GetString(0));
        }

        if (weak.Count > 0)
        {
            throw new SetupException($"不能启动：数据库的 {string.Join("、", weak)}，断电会丢失已经答复过的办理。请改回 on 并重载数据库配置后再启动。");
        }
    }
}
