using System.Runtime.Versioning;
using IpNetwork.LocalPostgres;
using Xunit;

namespace IpNetwork.App.Tests.LocalPostgres;

[UnsupportedOSPlatform("windows")]
public sealed class StartTests
{
    [Fact]
    public async Task What_was_written_is_there_at_the_second_start()
    {
        using var folder = new PostgresFolder();
        await using (var first = await PrivatePostgres.StartAsync(folder.Options, CancellationToken.None))
        {
            await PostgresFolder.AskAsync(first, "create table kept as select 42 as value");
        }

        await using var second = await PrivatePostgres.StartAsync(folder.Options, CancellationToken.None);

        Assert.Equal(42, await PostgresFolder.AskAsync(second, "select value from kept"));
        Assert.False(second.Adopted);
        Assert.True(second.PgVersion.Major >= 15);
    }

    [Fact]
    public async Task A_stopped_server_leaves_no_process_and_no_pid_file()
    {
        using var folder = new PostgresFolder();
        var postgres = await PrivatePostgres.StartAsync(folder.Options, CancellationToken.None);

        await postgres.DisposeAsync();

        Assert.False(Posix.Signal(postgres.ProcessId, 0));
        Assert.False(File.Exists(Path.Combine(postgres.DataFolder, "postmaster.pid")));
    }

    [Fact]
    public async Task Chinese_sorts_by_pinyin_and_the_server_has_no_network_port()
    {
        using var folder = new PostgresFolder();
        await using var postgres = await PrivatePostgres.StartAsync(folder.Options, CancellationToken.None);

        Assert.Equal("阿包李王张", await PostgresFolder.AskAsync(postgres, "select string_agg(n, '' order by n) from unnest(array['张','王','阿','李','包']) n"));
        Assert.Equal("UTF8", await PostgresFolder.AskAsync(postgres, "show server_encoding"));
        Assert.Equal("", await PostgresFolder.AskAsync(postgres, "show listen_addresses"));
    }

    [Theory]
    [InlineData(true, "on")]
    [InlineData(false, "off")]
    public async Task Only_a_test_server_may_skip_writing_through(bool durable, string expected)
    {
        using var folder = new PostgresFolder();
        await using var postgres = await PrivatePostgres.StartAsync(folder.Options with { Durable = durable }, CancellationToken.None);

        foreach (var setting in new[] { "fsync", "full_page_writes", "synchronous_commit" })
        {
            Assert.Equal(expected, await PostgresFolder.AskAsync(postgres, $"show {setting}"));
        }
    }

    [Fact]
    public async Task The_first_of_two_users_to_leave_lets_the_server_run()
    {
        using var folder = new PostgresFolder();
        await using var first = await PrivatePostgres.StartAsync(folder.Options, CancellationToken.None);
        var second = await PrivatePostgres.StartAsync(folder.Options, CancellationToken.None);

        await second.DisposeAsync();

        Assert.True(second.Adopted);
        Assert.Equal(1, await PostgresFolder.AskAsync(first, "select 1"));
        Assert.Contains("还有别的程序在用", folder.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eight_starters_at_once_share_one_server()
    {
        using var folder = new PostgresFolder();

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PrivatePostgres.StartAsync(folder.Options, CancellationToken.None)));

        Assert.Single(all.Select(p => p.ProcessId).Distinct());
        Assert.Single(all, p => !p.Adopted);
        foreach (var postgres in all)
        {
            await postgres.DisposeAsync();
        }

        Assert.False(File.Exists(Path.Combine(all[0].DataFolder, "postmaster.pid")));
    }

    [Fact]
    public async Task A_server_shared_by_test_runs_stops_after_the_last_of_them()
    {
        using var folder = new PostgresFolder();
        var postgres = await PrivatePostgres.StartAsync(
            folder.Options with { StopWhenUnusedFor = TimeSpan.FromSeconds(1) }, CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await PostgresFolder.AskAsync(postgres, "select 1"));

        await postgres.DisposeAsync();

        var patience = Patience.Of(TimeSpan.FromSeconds(20));
        while (File.Exists(Path.Combine(postgres.DataFolder, "postmaster.pid")) && !patience.IsOver)
        {
            await Task.Delay(100);
        }

        Assert.False(patience.IsOver);
    }
}
