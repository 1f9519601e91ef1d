using IpNetwork.App.Tenancy;
using IpNetwork.LocalPostgres;
using Npgsql;

namespace IpNetwork.App.Deployment;

/// <summary>The private PostgreSQL of a developer's machine, under the data folder.</summary>
internal static class DevelopmentDatabase
{
    private const string Name = "ipnetwork";

    public static async Task<PrivatePostgres> StartAsync(string dataFolder, Action<string> say, CancellationToken ct)
    {
        try
        {
            var postgres = await PrivatePostgres.StartAsync(new(dataFolder) { Report = say }, ct);
            await CreateAsync(postgres.ConnectionString(), ct);
            return postgres;
        }
        catch (PostgresTroubleException e)
        {
            throw new SetupException(e.Message, e);
        }
    }

    public static string ConnectionString(PrivatePostgres postgres) => postgres.ConnectionString(Name);

    private static async Task CreateAsync(string administrative, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(administrative);
        await connection.OpenAsync(ct);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = Name } } };
        if (await exists.ExecuteScalarAsync(ct) is null)
        {
            await using var create = new NpgsqlCommand($"create database {Name}", connection);
            await create.ExecuteNonQueryAsync(ct);
        }
    }
}
