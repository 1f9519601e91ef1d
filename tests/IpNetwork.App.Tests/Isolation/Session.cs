using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Isolation;

/// <summary>One connection that really is a role: not even RESET ROLE leads back, as for a login in production.</summary>
internal sealed class Session : IAsyncDisposable
{
    public const string Denied = PostgresErrorCodes.InsufficientPrivilege;

    private readonly NpgsqlConnection connection;

    private Session(NpgsqlConnection connection) => this.connection = connection;

    public NpgsqlConnection Connection => connection;

    public static async Task<Session> OpenAsync(string connectionString, string? role = null)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, IncludeErrorDetail = true }.ConnectionString);
        await connection.OpenAsync();
        var session = new Session(connection);
        if (role is not null)
        {
            await session.RunAsync($"set session authorization {role}");
        }

        return session;
    }

    public async Task<int> RunAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ValueAsync<T>(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"No value: {sql}"));
    }

    public async Task<List<object?[]>> RowsAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            rows.Add(row);
        }

        return rows;
    }

    public Task<List<object?[]>> RowsAsync(FormattableString sql) => RowsAsync(FormattableString.Invariant(sql));

    /// <summary>What the statement does is undone; what it returned or refused stays known.</summary>
    public async Task<string?> RefusalAsync(string sql)
    {
        await RunAsync("savepoint probe");
        try
        {
            await RunAsync(sql);
            return null;
        }
        catch (PostgresException e)
        {
            return e.SqlState;
        }
        finally
        {
            await RunAsync("rollback to savepoint probe");
        }
    }

    public async Task RefusedAsync(string sql, params string[] states)
    {
        var state = await RefusalAsync(sql);
        Assert.True(state is not null && (states.Length == 0 ? [Denied] : states).Contains(state), $"{state ?? "went through"}: {sql}");
    }

    /// <summary>Begins a transaction in a context, as the program does.</summary>
    public async Task BeginAsync(string? node = null, string? person = null, string? scope = null)
    {
        await RunAsync("begin");
        foreach (var (setting, value) in new[] { ("app.node", node), ("app.person", person), ("app.scope", scope) })
        {
            if (value is not null)
            {
                await RunAsync($"select set_config('{setting}', '{value}', true)");
            }
        }
    }

    public Task RollbackAsync() => RunAsync("rollback");

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
