using System.Runtime.Versioning;
using IpNetwork.LocalPostgres;
using Xunit;

namespace IpNetwork.App.Tests.LocalPostgres;

[UnsupportedOSPlatform("windows")]
public sealed class ProgramsTests
{
    [Fact]
    public async Task Data_of_another_major_version_is_named_and_left_alone()
    {
        using var folder = new PostgresFolder();
        await using (var first = await PrivatePostgres.StartAsync(folder.Options, CancellationToken.None))
        {
            await PostgresFolder.AskAsync(first, "select 1");
        }

        var mark = Path.Combine(Home.FolderUnder(folder.Path), "data", "PG_VERSION");
        await File.WriteAllTextAsync(mark, "12\n");

        var trouble = await Assert.ThrowsAsync<PostgresTroubleException>(
            () => PrivatePostgres.StartAsync(folder.Options, CancellationToken.None));

        Assert.Contains("由 PostgreSQL 12 建立", trouble.Message, StringComparison.Ordinal);
        Assert.Contains("本机找到的是", trouble.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install postgresql-12", trouble.Message, StringComparison.Ordinal);
        Assert.Equal("12\n", await File.ReadAllTextAsync(mark));
    }

    [Fact]
    public async Task A_program_folder_without_programs_is_refused_by_name()
    {
        using var folder = new PostgresFolder();

        var trouble = await Assert.ThrowsAsync<PostgresTroubleException>(
            () => PrivatePostgres.StartAsync(folder.Options with { BinFolder = folder.Path }, CancellationToken.None));

        Assert.Contains(folder.Path, trouble.Message, StringComparison.Ordinal);
        Assert.Contains("initdb", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_start_shows_the_end_of_its_log()
    {
        using var folder = new PostgresFolder();
        await (await PrivatePostgres.StartAsync(folder.Options, CancellationToken.None)).DisposeAsync();
        await File.AppendAllTextAsync(Path.Combine(Home.FolderUnder(folder.Path), "data", "postgresql.conf"), "no_such_setting = 1\n");

        var trouble = await Assert.ThrowsAsync<PostgresTroubleException>(
            () => PrivatePostgres.StartAsync(folder.Options, CancellationToken.None));

        Assert.Contains("no_such_setting", trouble.Message, StringComparison.Ordinal);
        Assert.Contains("数据没有改动", trouble.Message, StringComparison.Ordinal);
    }

    [NpmFact]
    public async Task Without_an_installed_PostgreSQL_one_is_fetched_and_kept()
    {
        using var folder = new PostgresFolder();
        var options = folder.Options with { OnlyFromNpm = true };
        await using (var first = await PrivatePostgres.StartAsync(options, CancellationToken.None))
        {
            Assert.Equal(18, first.PgVersion.Major);
            await PostgresFolder.AskAsync(first, "create extension pg_trgm");
        }

        Assert.Contains("从 npm 取", folder.Said, StringComparison.Ordinal);
        var before = folder.Said;
        await using var second = await PrivatePostgres.StartAsync(options, CancellationToken.None);

        Assert.Equal(before, folder.Said);
    }
}
