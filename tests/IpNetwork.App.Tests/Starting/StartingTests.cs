using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text.Json;
using Xunit;

namespace IpNetwork.App.Tests.Starting;

/// <summary>A data folder on which the program has been started once and stopped.</summary>
public sealed class StartedOnce : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateDirectory($"/var/tmp/ipnet-starting-{Guid.NewGuid():n}").FullName;

    public int Port { get; } = RealProgram.FreePort();

    public string Address => $"http://localhost:{Port}";

    public string FirstWords { get; private set; } = "";

    public int FirstExit { get; private set; }

    internal RealProgram Start() => RealProgram.Start(new Dictionary<string, string>
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_URLS"] = Address,
        ["IPNETWORK_DATA"] = Folder,
    });

    public async Task InitializeAsync()
    {
        using var program = Start();
        await program.ReadyAsync();
        await program.InterruptAsync();
        (FirstWords, FirstExit) = (program.Said, program.ExitCode);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}

[UnsupportedOSPlatform("windows")]
public sealed class StartingTests(StartedOnce once) : IClassFixture<StartedOnce>
{
    [Fact]
    public void The_first_start_tells_each_step_with_its_time()
    {
        Assert.Matches(@"载入四川省配置包：完成（\d+\.\d 秒）", once.FirstWords);
        Assert.Contains("写入了 47 个节点", once.FirstWords, StringComparison.Ordinal);
        Assert.Contains("sc-leader", once.FirstWords, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_ends_cleanly_and_takes_the_database_along()
    {
        Assert.Equal(0, once.FirstExit);
        Assert.EndsWith("已停止。", once.FirstWords.TrimEnd(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(once.Folder, "postmaster.pid", SearchOption.AllDirectories));
    }

    [Fact]
    public void The_demonstration_accounts_are_the_owners_to_read_alone()
    {
        var file = Path.Combine(once.Folder, "accounts.json");
        var accounts = JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray().ToList();

        Assert.Contains(accounts, a => (a.GetProperty("user").GetString(), a.GetProperty("node").GetString(), a.GetProperty("role").GetString()) == ("my-catalog", "mianyang", "CatalogEditor"));
        Assert.All(accounts, a => Assert.True(a.GetProperty("password").GetString()?.Length >= 12));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_second_start_does_nothing_twice_and_people_keep_their_passwords()
    {
        var before = await File.ReadAllTextAsync(Path.Combine(once.Folder, "accounts.json"));
        using var program = once.Start();
        await program.ReadyAsync();
        await program.TerminateAsync();

        Assert.Equal(0, program.ExitCode);
        Assert.Contains("表结构没有变化", program.Said, StringComparison.Ordinal);
        Assert.Contains("配置包没有变化", program.Said, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(once.Folder, "accounts.json")));
    }

    [Fact]
    public async Task A_killed_program_starts_again_with_everything_it_had()
    {
        using (var killed = once.Start())
        {
            await killed.ReadyAsync();
            await killed.KillAsync();
        }

        using var program = once.Start();
        await program.ReadyAsync();
        using var client = new HttpClient();
        var cities = JsonDocument.Parse(await client.GetStringAsync(new Uri($"{once.Address}/api/v1/nodes?kind=City&limit=100")));
        await program.InterruptAsync();

        Assert.Equal(21, cities.RootElement.GetProperty("items").GetArrayLength());
        Assert.Equal(0, program.ExitCode);
    }

    [Fact]
    public async Task A_taken_port_is_told_before_any_work()
    {
        using var other = new TcpListener(IPAddress.Loopback, once.Port);
        other.Start();
        using var program = once.Start();
        await program.EndedAsync();

        Assert.Equal(2, program.ExitCode);
        Assert.Contains($"地址 {once.Address} 已被别的程序占用", program.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("准备数据库", program.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_without_its_logins_refuses_and_names_them()
    {
        using var program = RealProgram.Start(new Dictionary<string, string> { ["IPNETWORK_DB_APP"] = "Host=nowhere", ["IPNETWORK_DATA"] = once.Folder }, "web");
        await program.EndedAsync();

        Assert.Equal(2, program.ExitCode);
        Assert.Contains("缺少环境变量 IPNETWORK_DB_OVERSIGHT、IPNETWORK_DB_SIGNON、IPNETWORK_PROTECTION_SECRET", program.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("IPNETWORK_DB_APP", program.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IPNETWORK_PROTECTION_SECRET", "c2hvcnQ=", "32 字节的密钥")]
    [InlineData("IPNETWORK_TRUSTED_PROXIES", "10.0.0.0/8,proxy", "proxy 不是网段")]
    public async Task A_setting_that_makes_no_sense_refuses_and_is_named(string name, string value, string reason)
    {
        var strings = new[] { "APP", "OVERSIGHT", "SIGNON" }.ToDictionary(role => $"IPNETWORK_DB_{role}", _ => "Host=nowhere");
        using var program = RealProgram.Start(new Dictionary<string, string>(strings) { ["IPNETWORK_PROTECTION_SECRET"] = Convert.ToBase64String(new byte[32]), [name] = value }, "web");
        await program.EndedAsync();

        Assert.Equal(2, program.ExitCode);
        Assert.Contains(name, program.Said, StringComparison.Ordinal);
        Assert.Contains(reason, program.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_says_how_the_program_is_used()
    {
        using var program = RealProgram.Start(new Dictionary<string, string>(), "serve");
        await program.EndedAsync();

        Assert.Equal(64, program.ExitCode);
        Assert.Contains("用法：", program.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_is_checked_without_a_database()
    {
        using var program = RealProgram.Start(new Dictionary<string, string>(), "tenants", "validate", "sichuan");
        await program.EndedAsync();

        Assert.Equal((0, "sichuan：通过检查。"), (program.ExitCode, program.Said.Trim()));
    }
}
