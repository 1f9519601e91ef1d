using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Data.Trail;

/// <summary>Something that falls due at a node, written in the business transaction; sweeps find it here and then act in the node's context.</summary>
internal sealed class DueWork
{
    public required NodeId NodeId { get; init; }
    public required Guid Id { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required string Kind { get; init; }
    public required string Ref { get; init; }
}

internal sealed class DueWorkMapping : IEntityTypeConfiguration<DueWork>
{
    public void Configure(EntityTypeBuilder<DueWork> builder)
    {
        builder.ToTable("due_work");
        builder.HasKey(w => new { w.NodeId, w.Id });
        builder.HasIndex(w => w.DueAt);
        builder.HasIndex(w => new { w.NodeId, w.Kind, w.Ref }).IsUnique();
        builder.AppMay(Access.Select | Access.Insert | Access.Delete).DispatchMay(Access.Select);
    }
}
