using System.Reflection;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IpNetwork.App.Data;

/// <summary>The work of one node. Without a node, tenant tables throw here and are empty in the database; published tables are readable.</summary>
internal sealed class NetworkDb(DbContextOptions<NetworkDb> options, CurrentNode node, CurrentPerson person) : NetworkModel(options), INodeContext
{
    public const string NodeFilter = "Node";

    public string? NodeSetting => node.IsSet ? node.Id.ToString() : null;

    public string? PersonSetting => person.Id?.ToString();

    public string? ScopeSetting => null;

    private NodeId Node => node.Id;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        EnsureTransaction();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        EnsureTransaction();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(IsWalled).ToList())
        {
            FilterMethod.MakeGenericMethod(entity.ClrType).Invoke(this, [modelBuilder]);
        }
    }

    public static bool IsWalled(IReadOnlyEntityType entity) => entity.GetWall() is Wall.Tenant or Wall.Person && !entity.IsOwned();

    // EF would open a transaction of its own and the context would follow it: a write without audit.
    private void EnsureTransaction()
    {
        if (Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Writes go through the unit of work.");
        }
    }

    private static readonly MethodInfo FilterMethod =
        typeof(NetworkDb).GetMethod(nameof(Filter), BindingFlags.Instance | BindingFlags.NonPublic) ?? throw new MissingMethodException(nameof(Filter));

    private void Filter<T>(ModelBuilder modelBuilder) where T : class =>
        modelBuilder.Entity<T>().HasQueryFilter(NodeFilter, row => EF.Property<NodeId>(row, NodeColumn) == Node);
}
