using IpNetwork.App.Data;
using IpNetwork.Domain.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Nodes;

internal sealed class NodeMapping : IEntityTypeConfiguration<Node>
{
    public void Configure(EntityTypeBuilder<Node> builder)
    {
        builder.ToTable("nodes");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Slug).HasMaxLength(Slug.Longest).UseCollation("C");
        builder.Property(n => n.Path).HasMaxLength(100).UseCollation("C");
        builder.Property(n => n.HostName).HasMaxLength(253);
        builder.Property(n => n.DivisionCode).HasMaxLength(6);
        builder.HasIndex(n => n.Slug).IsUnique();
        builder.HasIndex(n => n.HostName).IsUnique();
        builder.HasIndex(n => n.Path);
        builder.HasIndex(n => n.ParentId);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.Behind(Wall.Register).AppMay(Access.Select | Access.Insert | Access.Update);
    }
}

internal sealed class NodeHistoryMapping : IEntityTypeConfiguration<NodeHistoryEntry>
{
    public void Configure(EntityTypeBuilder<NodeHistoryEntry> builder)
    {
        builder.ToTable("node_history");
        builder.HasKey(h => new { h.NodeId, h.Id });
        builder.Property(h => h.Reason).HasMaxLength(1000);
        builder.Behind(Wall.Published).AppMay(Access.Select | Access.Insert);
    }
}
