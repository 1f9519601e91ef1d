using System.Runtime.Versioning;
using IpNetwork.Testing.Postgres;
using Xunit;

namespace IpNetwork.App.Tests.LocalPostgres;

[UnsupportedOSPlatform("windows")]
public sealed class TestPostgresTests
{
    [Fact]
    public async Task A_test_database_is_gone_when_its_test_is_over()
    {
        var administrative = await TestPostgres.AdministrativeAsync();
        var database = await TestPostgres.CreateDatabaseAsync();
        Assert.Equal(1, await PostgresFolder.AskAsync(database.ConnectionString, "select 1"));

        await database.DisposeAsync();

        Assert.Null(await PostgresFolder.AskAsync(administrative, $"select 1 from pg_database where datname = '{database.Name}'"));
    }

    [Fact]
    public async Task A_template_is_prepared_once_and_copied()
    {
        var prepared = 0;
        var key = Guid.NewGuid().ToString();
        Task<string> Template() => TestPostgres.TemplateAsync(key, async address =>
        {
            Interlocked.Increment(ref prepared);
            await PostgresFolder.AskAsync(address, "create table kept as select 42 as value");
        });

        var names = await Task.WhenAll(Template(), Template());
        await using var first = await TestPostgres.CreateDatabaseAsync(names[0]);
        await using var second = await TestPostgres.CreateDatabaseAsync(names[1]);

        Assert.Equal(1, prepared);
        Assert.Equal(42, await PostgresFolder.AskAsync(first.ConnectionString, "select value from kept"));
        Assert.Equal(42, await PostgresFolder.AskAsync(second.ConnectionString, "select value from kept"));
    }

    [Fact]
    public async Task The_next_run_drops_what_a_dead_one_left_and_nothing_else()
    {
        const string left = "ipnet_test_deadbeef_1";
        var administrative = await TestPostgres.AdministrativeAsync();
        await using var living = await TestPostgres.CreateDatabaseAsync();
        await PostgresFolder.AskAsync(administrative, $"create database {left}");

        await TestServer.OpenAsync(CancellationToken.None);

        var names = await PostgresFolder.AskAsync(
            administrative, $"select string_agg(datname, ',') from pg_database where datname in ('{left}', '{living.Name}')");
        Assert.Equal(living.Name, names);
    }
}
