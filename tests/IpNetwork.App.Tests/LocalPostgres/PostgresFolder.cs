using System.Diagnostics;
using System.Runtime.Versioning;
using IpNetwork.LocalPostgres;
using Npgsql;

namespace IpNetwork.App.Tests.LocalPostgres;

[UnsupportedOSPlatform("windows")]
internal sealed class PostgresFolder : IDisposable
{
    private const UnixFileMode Open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly List<string> _said = [];

    public PostgresFolder()
    {
        Path = $"/var/tmp/ipnetwork-test-{Guid.NewGuid():n}"[..36];
        Directory.CreateDirectory(Path);
        File.SetUnixFileMode(Path, Open);
    }

    public static bool IsRoot => Posix.IsRoot;

    public string Path { get; }

    public string Said => string.Join('\n', _said);

    public PrivatePostgresOptions Options => new(Path) { Durable = false, Report = _said.Add };

    public static async Task<object?> AskAsync(PrivatePostgres postgres, string sql) =>
        await AskAsync(postgres.ConnectionString(), sql);

    public static async Task<object?> AskAsync(string address, string sql)
    {
        await using var source = new NpgsqlDataSourceBuilder(address + ";Pooling=false").Build();
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    public static void Kill(int processId)
    {
        using var victim = Process.GetProcessById(processId);
        victim.Kill();
    }

    public void Dispose()
    {
        foreach (var folder in new[] { Path, HomeChoice.Elsewhere(Path) }.Where(Directory.Exists))
        {
            if (PidFile.In(System.IO.Path.Combine(folder, "postgres", "data")) is { } left)
            {
                Posix.Signal(left.ProcessId, Posix.Quit);
            }

            using var remover = Process.Start("rm", ["-rf", folder]);
            remover.WaitForExit();
        }
    }
}
