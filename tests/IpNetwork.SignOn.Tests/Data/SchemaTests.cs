using IpNetwork.SignOn.Data;
using IpNetwork.SignOn.Tests.Hosting;
using IpNetwork.Testing.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace IpNetwork.SignOn.Tests.Data;

public sealed class SchemaTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Fact]
    public async Task The_migrations_say_what_the_model_says()
    {
        await using var host = await SignOnHost.StartAsync(database);

        Assert.False(await host.UseAsync((SignOnDb db) => Task.FromResult(db.Database.HasPendingModelChanges())));
    }

    [Fact]
    public async Task Two_processes_may_migrate_at_once()
    {
        await using var made = await TestPostgres.CreateDatabaseAsync();
        var fresh = made.ConnectionString;
        await TestRoles.EnsureAsync(fresh);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SignOnDatabase.MigrateAsync(fresh)));

        await SignOnDatabase.MigrateAsync(fresh);
    }

    [Fact]
    public async Task Every_table_belongs_to_the_owner()
    {
        Assert.Equal(8, await database.CountAsync("select count(*) from pg_tables where schemaname = 'signon'"));
        Assert.Equal(0, await database.CountAsync("select count(*) from pg_tables where schemaname = 'signon' and tableowner <> 'ipnet_owner'"));
    }

    [Theory]
    [InlineData("create table signon.more (id int)")]
    [InlineData("create schema more")]
    [InlineData("alter table signon.accounts add more int")]
    [InlineData("truncate signon.sessions")]
    [InlineData("select * from signon.migrations_history")]
    public async Task Sign_on_may_work_in_its_tables_and_no_more(string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.RunAsSignOnAsync(sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
