using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IpNetwork.App.Data;

/// <summary>The tables of schema <c>ipnet</c>. Mappings are found by scanning this assembly, so the model imports no room.</summary>
internal abstract class NetworkModel(DbContextOptions options) : DbContext(options)
{
    public const string Schema = "ipnet";
    public const string NodeColumn = "NodeId";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<NodeId>().HaveConversion<NodeIdConverter>();
        configurationBuilder.Properties<PersonId>().HaveConversion<PersonIdConverter>();
        configurationBuilder.Properties<FileId>().HaveConversion<FileIdConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<string>().HaveMaxLength(200);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        foreach (var values in typeof(NetworkModel).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IJsonValues)) && !t.IsInterface))
        {
            (Activator.CreateInstance(values) as IJsonValues)?.Configure(configurationBuilder);
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NetworkModel).Assembly);
        SnakeCase.Apply(modelBuilder.Model);
    }

    private sealed class NodeIdConverter() : ValueConverter<NodeId, int>(id => id.Value, value => new NodeId(value));

    private sealed class PersonIdConverter() : ValueConverter<PersonId, Guid>(id => id.Value, value => new PersonId(value));

    private sealed class FileIdConverter() : ValueConverter<FileId, Guid>(id => id.Value, value => new FileId(value));

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), value => value);
}
