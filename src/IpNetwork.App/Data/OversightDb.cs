using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Data;

/// <summary>A parent looking down its subtree: reads only, with a database role that can do no more.</summary>
internal sealed class OversightDb(DbContextOptions<OversightDb> options) : NetworkModel(options), INodeContext
{
    private NodePath? scope;

    public string? NodeSetting => null;

    public string? PersonSetting => null;

    public string? ScopeSetting => (scope ?? throw new InvalidOperationException("No subtree has been chosen for this look-down.")).Text;

    public OversightDb Over(NodePath subtree)
    {
        scope = scope is null || scope == subtree ? subtree : throw new InvalidOperationException("The subtree of a look-down cannot change.");
        return this;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Oversight never writes.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Oversight never writes.");
}
