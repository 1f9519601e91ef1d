using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using IpNetwork.LocalPostgres;
using Xunit;

namespace IpNetwork.App.Tests.LocalPostgres;

[UnsupportedOSPlatform("windows")]
public sealed class KilledTests
{
    [Fact]
    public async Task The_server_of_a_killed_program_is_taken_over()
    {
        using var folder = new PostgresFolder();
        using var host = await HostProcess.StartAsync(folder.Path, asAccount: null);
        await PostgresFolder.AskAsync(host.Address, "create table kept as select 42 as value");

        host.Kill();
        await using var next = await PrivatePostgres.StartAsync(folder.Options, CancellationToken.None);

        Assert.True(next.Adopted);
        Assert.Equal(42, await PostgresFolder.AskAsync(next, "select value from kept"));
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_program_and_server_were_killed()
    {
        using var folder = new PostgresFolder();
        var options = folder.Options with { Durable = true, LeaveRunning = true };
        for (var round = 0; round < 5; round++)
        {
            await using var postgres = await PrivatePostgres.StartAsync(options, CancellationToken.None);
            await PostgresFolder.AskAsync(postgres, "create table if not exists kept (round int primary key)");
            Assert.Equal((long)round, await PostgresFolder.AskAsync(postgres, "select count(*) from kept"));
            await PostgresFolder.AskAsync(postgres, $"insert into kept values ({round.ToString(CultureInfo.InvariantCulture)})");
            PostgresFolder.Kill(postgres.ProcessId);
        }

        await using var last = await PrivatePostgres.StartAsync(folder.Options with { Durable = true }, CancellationToken.None);

        Assert.Equal(5L, await PostgresFolder.AskAsync(last, "select count(*) from kept"));
    }

    [Fact]
    public async Task A_child_that_still_holds_the_memory_of_a_killed_server_is_waited_for()
    {
        const int stop = 19;
        using var folder = new PostgresFolder();
        var crashed = await PrivatePostgres.StartAsync(folder.Options with { LeaveRunning = true }, CancellationToken.None);
        var child = (int)(await PostgresFolder.AskAsync(crashed, "select pid from pg_stat_activity where backend_type = 'checkpointer'") ?? 0);
        Posix.Signal(child, stop);
        PostgresFolder.Kill(crashed.ProcessId);
        await crashed.DisposeAsync();

        var starting = PrivatePostgres.StartAsync(folder.Options, CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.False(starting.IsCompleted);
        PostgresFolder.Kill(child);

        await using var postgres = await starting;
        Assert.Equal(1, await PostgresFolder.AskAsync(postgres, "select 1"));
    }

    [Fact]
    public async Task A_pid_file_whose_number_now_belongs_to_another_program_does_not_hinder()
    {
        using var folder = new PostgresFolder();
        var crashed = await PrivatePostgres.StartAsync(folder.Options with { LeaveRunning = true }, CancellationToken.None);
        PostgresFolder.Kill(crashed.ProcessId);
        await crashed.DisposeAsync();
        using var stranger = Process.Start(Command.Prepare(ServerAccount(folder).Words("sleep", "120"), "/"));
        Assert.NotNull(stranger);
        var file = Path.Combine(crashed.DataFolder, "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(file);
        lines[0] = stranger.Id.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(file, lines);

        await using var postgres = await PrivatePostgres.StartAsync(folder.Options, CancellationToken.None);

        Assert.False(postgres.Adopted);
        Assert.False(stranger.HasExited);
        stranger.Kill();
    }

    [Fact]
    public async Task A_database_half_made_is_made_anew()
    {
        using var folder = new PostgresFolder();
        var half = Path.Combine(Home.FolderUnder(folder.Path), "data.new");
        Directory.CreateDirectory(half);
        await File.WriteAllTextAsync(Path.Combine(half, "PG_VERSION"), "15");

        await using var postgres = await PrivatePostgres.StartAsync(folder.Options, CancellationToken.None);

        Assert.Equal(1, await PostgresFolder.AskAsync(postgres, "select 1"));
        Assert.False(Directory.Exists(half));
    }

    private static RunAs ServerAccount(PostgresFolder folder) => PostgresFolder.IsRoot ? RunAs.FirstOf(folder.Options.Accounts) : RunAs.Self;
}
