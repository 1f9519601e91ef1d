using IpNetwork.App.Data;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Isolation;

/// <summary>Behind a pooler in transaction mode one server connection serves whoever comes next.</summary>
public sealed class PoolerTests(WalledDatabase database) : IClassFixture<WalledDatabase>
{
    [PoolerFact]
    [Trait("Rule", "NET-07")]
    public async Task Two_hundred_workers_through_a_pooler_never_see_another_nodes_row()
    {
        using var pooler = await StartAsync();
        await using var crowd = await Crowd.OverAsync(database, pooler.Through(database.ConnectionString));

        var (_, wrong) = await crowd.RunAsync();

        Assert.Equal(0, wrong);
    }

    /// <summary>What the crowd would run into, had the context been the session's: the pooler really does hand connections round.</summary>
    [PoolerFact]
    public async Task A_context_of_the_session_would_be_worn_by_the_next_in_line()
    {
        using var pooler = await StartAsync();
        await using var crowd = await Crowd.OverAsync(database, new(database.ConnectionString));
        await using var source = NpgsqlDataSource.Create(pooler.Through(database.ConnectionString));
        await using var first = await source.OpenConnectionAsync();
        await using var next = await source.OpenConnectionAsync();

        await RunAsync(first, $"select set_config('app.node', '{Crowd.First}', false)");

        Assert.Equal(Crowd.RowsEach, await RunAsync(next, "select count(*)::int from ipnet.due_work"));
    }

    /// <summary>The role is laid down when the pooler connects: what a client asks for at its start does not pass through.</summary>
    private Task<Pooler> StartAsync()
    {
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var password = server.Password is { Length: > 0 } text ? $" password={text}" : "";
        return Pooler.StartAsync($"host={server.Host} port={server.Port} dbname={server.Database} user={server.Username}{password} connect_query='set role {Walls.App}'");
    }

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
