using System.Runtime.Versioning;
using IpNetwork.LocalPostgres;
using Xunit;

namespace IpNetwork.App.Tests.LocalPostgres;

[UnsupportedOSPlatform("windows")]
public sealed class PlaceTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [RootFact]
    public async Task A_folder_others_may_not_enter_is_replaced_by_another_and_it_says_so()
    {
        using var folder = new PostgresFolder();
        File.SetUnixFileMode(folder.Path, OwnerOnly);

        await using var postgres = await PrivatePostgres.StartAsync(folder.Options, CancellationToken.None);

        Assert.StartsWith(HomeChoice.Elsewhere(folder.Path), postgres.DataFolder, StringComparison.Ordinal);
        Assert.Contains("改放在", folder.Said, StringComparison.Ordinal);
        Assert.Contains("不对其他账号开放", folder.Said, StringComparison.Ordinal);
    }

    [RootFact]
    public async Task The_other_folder_is_kept_when_the_first_one_opens_later()
    {
        using var folder = new PostgresFolder();
        var mode = File.GetUnixFileMode(folder.Path);
        File.SetUnixFileMode(folder.Path, OwnerOnly);
        await using (var first = await PrivatePostgres.StartAsync(folder.Options, CancellationToken.None))
        {
            await PostgresFolder.AskAsync(first, "create table kept as select 42 as value");
        }

        File.SetUnixFileMode(folder.Path, mode);
        await using var second = await PrivatePostgres.StartAsync(folder.Options, CancellationToken.None);

        Assert.Equal(42, await PostgresFolder.AskAsync(second, "select value from kept"));
        Assert.Contains("沿用上次的文件夹", folder.Said, StringComparison.Ordinal);
    }

    [RootFact]
    public async Task Without_an_account_named_postgres_another_one_runs_the_server()
    {
        using var folder = new PostgresFolder();

        await using var postgres = await PrivatePostgres.StartAsync(
            folder.Options with { Accounts = ["no-such-account", "nobody"] }, CancellationToken.None);

        var (owner, _) = await Posix.OwnerAsync(postgres.DataFolder, CancellationToken.None);
        Assert.Equal(RunAs.FirstOf(["nobody"]).UserId, owner);
    }

    [RootFact]
    public async Task Without_any_account_it_says_how_to_make_one()
    {
        using var folder = new PostgresFolder();

        var trouble = await Assert.ThrowsAsync<PostgresTroubleException>(
            () => PrivatePostgres.StartAsync(folder.Options with { Accounts = ["no-such-account"] }, CancellationToken.None));

        Assert.Contains("useradd --system postgres", trouble.Message, StringComparison.Ordinal);
    }

    [RootFact]
    public async Task An_ordinary_user_runs_the_server_under_the_own_account()
    {
        using var folder = new PostgresFolder();
        var nobody = RunAs.FirstOf(["nobody"]);
        var own = Directory.CreateDirectory(Path.Combine(folder.Path, "own")).FullName;
        Posix.Give(own, nobody);

        using var host = await HostProcess.StartAsync(own, nobody);

        Assert.Equal(1, await PostgresFolder.AskAsync(host.Address, "select 1"));
        Assert.Equal(nobody.UserId, (await Posix.OwnerAsync(Path.Combine(own, "postgres", "data"), CancellationToken.None)).UserId);
        await host.StopAsync();
        Assert.False(File.Exists(Path.Combine(own, "postgres", "data", "postmaster.pid")));
    }

    [RootFact]
    public async Task An_ordinary_user_in_a_clone_used_by_root_gets_a_folder_of_the_own()
    {
        using var folder = new PostgresFolder();
        await using var roots = await PrivatePostgres.StartAsync(folder.Options, CancellationToken.None);
        var nobody = RunAs.FirstOf(["nobody"]);

        using var host = await HostProcess.StartAsync(folder.Path, nobody);

        Assert.Contains("改放在 /var/tmp/ipnetwork-", host.Said, StringComparison.Ordinal);
        Assert.Equal(1, await PostgresFolder.AskAsync(host.Address, "select 1"));
        await host.StopAsync();
        Directory.Delete($"/var/tmp/ipnetwork-{nobody.UserId}-{Home.Mark(folder.Path)}", recursive: true);
    }

    [Fact]
    public async Task A_deep_folder_gets_its_socket_in_a_short_one()
    {
        using var folder = new PostgresFolder();
        var deep = Path.Combine(folder.Path, new string('d', 60), new string('e', 60));

        await using var postgres = await PrivatePostgres.StartAsync(folder.Options with { DataRoot = deep }, CancellationToken.None);

        Assert.Contains("Host=/tmp/ipnetwork-", postgres.ConnectionString(), StringComparison.Ordinal);
        Assert.Equal(1, await PostgresFolder.AskAsync(postgres, "select 1"));
    }
}
