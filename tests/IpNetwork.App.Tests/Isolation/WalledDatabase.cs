using IpNetwork.App.Data;
using IpNetwork.App.Deployment;
using IpNetwork.App.Tenancy;
using IpNetwork.Testing;
using IpNetwork.Testing.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Xunit;

namespace IpNetwork.App.Tests.Isolation;

/// <summary>A migrated database with rows of two nodes in every table, and nothing else running on it.</summary>
public sealed class WalledDatabase : IAsyncLifetime
{
    private TestDatabase? database;

    internal static IModel Model { get; } = BuildModel();

    public string ConnectionString => (database ?? throw new InvalidOperationException("Not started.")).ConnectionString;

    internal IReadOnlyDictionary<string, ProbedTable> Tables { get; private set; } = new Dictionary<string, ProbedTable>();

    public async Task InitializeAsync()
    {
        var template = await TestPostgres.TemplateAsync(
            Schema.Fingerprint(),
            connection => Migration.AllAsync(new(DatabaseLogins.Administrative(connection), Path.GetTempPath(), IsDevelopment: true), CancellationToken.None));
        database = await TestPostgres.CreateDatabaseAsync(template);
        await FillAsync(Model);
    }

    public async Task DisposeAsync()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    internal static IEnumerable<string> TableNames(IModel model) =>
        model.GetEntityTypes().Where(e => !e.IsOwned()).Select(e => e.GetTableName() ?? "").Distinct().Order(StringComparer.Ordinal);

    /// <summary>Makes rows in the tables that have none of ours yet.</summary>
    internal async Task FillAsync(IModel model)
    {
        await using var session = await Session.OpenAsync(ConnectionString);
        var tables = await ProbedTable.ReadAsync(session, model);
        foreach (var table in tables.Values.Where(t => !Tables.ContainsKey(t.Name)))
        {
            foreach (var node in Neighbours.All)
            {
                await session.RunAsync(table.InsertFor(node, node.Id));
            }
        }

        Tables = tables;
    }

    internal async Task RunAsync(string sql)
    {
        await using var session = await Session.OpenAsync(ConnectionString);
        await session.RunAsync(sql);
    }

    private static IModel BuildModel()
    {
        using var source = NpgsqlDataSource.Create("Host=nowhere");
        var options = new DbContextOptionsBuilder<NetworkDb>();
        DataServices.Use(options, source);
        using var db = new NetworkDb(options.Options, new CurrentNode(), new CurrentPerson());
        return db.Model;
    }
}

[CollectionDefinition(Name)]
public sealed class Walled : ICollectionFixture<WalledDatabase>
{
    public const string Name = "walls";
}
