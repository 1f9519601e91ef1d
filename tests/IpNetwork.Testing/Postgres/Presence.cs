using Npgsql;

namespace IpNetwork.Testing.Postgres;

/// A connection whose advisory locks say who is still there; the server lets go of them when the process ends, however it ends.
internal sealed class Presence : IAsyncDisposable
{
    private const int Room = 7_261_905;
    private readonly NpgsqlConnection _connection;
    private readonly SemaphoreSlim _turn = new(1);

    private Presence(NpgsqlConnection connection) => _connection = connection;

    public static async Task<Presence> OpenAsync(string administrative, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(administrative) { Pooling = false, CommandTimeout = 180 }.ConnectionString);
        await connection.OpenAsync(ct);
        return new Presence(connection);
    }

    public Task LockAsync(string name, CancellationToken ct) => ExecuteAsync($"select pg_advisory_lock({Room}, hashtext('{name}'))", ct);

    public async Task<bool> TryLockAsync(string name, CancellationToken ct) =>
        await ScalarAsync($"select pg_try_advisory_lock({Room}, hashtext('{name}'))", ct) is true;

    public async Task<bool> ShareIfThereAsync(string name, CancellationToken ct)
    {
        await ExecuteAsync($"select pg_advisory_lock_shared({Room}, hashtext('{name}'))", ct);
        if (await HasAsync(name, ct))
        {
            return true;
        }

        await ExecuteAsync($"select pg_advisory_unlock_shared({Room}, hashtext('{name}'))", ct);
        return false;
    }

    public async Task<bool> HasAsync(string name, CancellationToken ct) =>
        await ScalarAsync($"select 1 from pg_database where datname = '{name}'", ct) is not null;

    public Task DropAsync(string name, CancellationToken ct) => ExecuteAsync($"drop database if exists \"{name}\" with (force)", ct);

    public async Task<List<string>> NamesAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    public Task ExecuteAsync(string sql, CancellationToken ct) => ScalarAsync(sql, ct);

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _turn.Dispose();
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await using var command = new NpgsqlCommand(sql, _connection);
            return await command.ExecuteScalarAsync(ct);
        }
        finally
        {
            _turn.Release();
        }
    }
}
