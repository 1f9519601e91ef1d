using IpNetwork.Testing.Postgres;
using Npgsql;
using Xunit;

namespace IpNetwork.SignOn.Tests.Hosting;

/// <summary>One migrated database for the tests of a class.</summary>
public sealed class MigratedDatabase : IAsyncLifetime
{
    private TestDatabase? database;

    public string Administrative => (database ?? throw new InvalidOperationException("Not made yet.")).ConnectionString;

    public string AsSignOn => $"{Administrative};Options=-c role=ipnet_signon";

    public async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Administrative);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long?)await command.ExecuteScalarAsync() ?? 0;
    }

    public async Task RunAsSignOnAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(AsSignOn);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task InitializeAsync()
    {
        database = await TestPostgres.CreateDatabaseAsync();
        await TestRoles.EnsureAsync(Administrative);
        await SignOnDatabase.MigrateAsync(Administrative);
    }

    public async Task DisposeAsync()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }
}
