using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace IpNetwork.Architecture.Tests.Model;

/// <summary>What the model says about each table, before any database is asked.</summary>
public sealed class ModelTests
{
    // Every shared table is a hole in the wall that somebody wanted; the list stays short and each line says why.
    private static readonly Dictionary<string, string> Shared = new()
    {
        ["nodes"] = "who exists and where is public knowledge",
        ["node_history"] = "moves, renames and mergers are announced",
        ["audit_seals"] = "the head of the chain is public so that others can hold it",
        ["calendar_years"] = "the State Council's notices are public; every promise counts by them",
        ["plates"] = "who holds which plate is there for everybody to check",
        ["full_time_marks"] = "every node must see that a person is counted in full elsewhere, without seeing who it is",
        ["open_modules"] = "what a node serves now, where and how one gets in, is on its front page",
        ["norms"] = "the province's norms are published for all its nodes",
        ["province_settings"] = "names, limits and links of a province are what its public pages show",
        ["base_item_versions"] = "the province's catalog holds at every node and is read by the public",
        ["offering_versions"] = "what a node offers is read by the public and compared by the province",
        ["own_item_versions"] = "a node's own items are read by the public, and by its children where shared downward",
    };

    private static readonly IModel Network = Build();

    private static IEnumerable<IEntityType> Tables => Network.GetEntityTypes().Where(entity => !entity.IsOwned());

    [Fact]
    public void Every_entity_carries_the_node_filter_or_is_marked_as_shared()
    {
        var bare = Tables.Where(entity => entity.GetWall() is not (Wall.Published or Wall.Register))
            .Where(entity => !entity.GetDeclaredQueryFilters().Any(filter => filter.Key == NetworkDb.NodeFilter))
            .Select(entity => entity.Name);

        Assert.True(Tables.Count() > 5);
        Assert.Empty(bare);
    }

    [Fact]
    public void At_most_fifteen_tables_are_shared_and_each_has_a_reason()
    {
        var shared = Tables.Where(entity => entity.GetWall() is Wall.Published or Wall.Register).Select(entity => entity.GetTableName() ?? "").Order(StringComparer.Ordinal).ToList();

        Assert.True(shared.Count <= 15, $"{shared.Count} tables are shared.");
        Assert.Equal(Shared.Keys.Order(StringComparer.Ordinal), shared);
    }

    [Fact]
    public void Only_the_register_of_nodes_has_no_node_column() =>
        Assert.Equal("nodes", Assert.Single(Tables, entity => entity.FindProperty(NetworkModel.NodeColumn) is null).GetTableName());

    [Fact]
    public void The_node_leads_every_key()
    {
        var wrong = Tables.Where(IsLed).SelectMany(entity => entity.GetKeys()).Where(key => key.Properties[0].Name != NetworkModel.NodeColumn);

        Assert.Empty(wrong.Select(key => $"{key.DeclaringEntityType.Name}: {key.GetName()}"));
    }

    [Fact]
    public void The_node_leads_every_unique_index()
    {
        var wrong = Tables.Where(IsLed).SelectMany(entity => entity.GetIndexes()).Where(index => index.IsUnique && index.Properties[0].Name != NetworkModel.NodeColumn);

        Assert.Empty(wrong.Select(index => $"{index.DeclaringEntityType.Name}: {index.GetDatabaseName()}"));
    }

    [Fact]
    public void The_node_leads_every_foreign_key_and_nothing_cascades_past_it()
    {
        var wrong = Tables.Where(IsLed).SelectMany(entity => entity.GetForeignKeys())
            .Where(key => key.Properties[0].Name != NetworkModel.NodeColumn || (key.PrincipalEntityType.GetTableName() != "nodes" && key.PrincipalKey.Properties[0].Name != NetworkModel.NodeColumn));

        Assert.Empty(wrong.Select(key => $"{key.DeclaringEntityType.Name}: {key.GetConstraintName()}"));
    }

    [Fact]
    public void No_number_comes_from_a_sequence()
    {
        var counted = Tables.SelectMany(entity => entity.GetProperties())
            .Where(property => property.ValueGenerated.HasFlag(ValueGenerated.OnAdd) && property.GetDefaultValueSql() is null && property.ClrType != typeof(Guid) && !property.IsConcurrencyToken);

        Assert.Empty(counted.Select(property => $"{property.DeclaringType.Name}.{property.Name}"));
    }

    private static bool IsLed(IEntityType entity) => entity.GetWall() is not Wall.Register;

    private static IModel Build()
    {
        using var db = new NetworkDb(new DbContextOptionsBuilder<NetworkDb>().UseNpgsql("Host=nowhere").Options, new CurrentNode(), new CurrentPerson());
        return db.Model;
    }
}
