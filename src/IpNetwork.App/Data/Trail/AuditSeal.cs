using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Data.Trail;

/// <summary>One link of a network's hash chain over a batch of audit events. Open to all readers: the head is public.</summary>
internal sealed class AuditSeal
{
    /// <summary>The province whose network this chain is for.</summary>
    public required NodeId NodeId { get; init; }
    public required long Number { get; init; }
    public required DateTimeOffset SealedAt { get; init; }
    public required long Cluster { get; init; }

    /// <summary>First transaction of the batch, inclusive.</summary>
    public required ulong FromTx { get; init; }

    /// <summary>End of the batch, exclusive: the xmin horizon at sealing.</summary>
    public required ulong ToTx { get; init; }
    public required int Events { get; init; }

    /// <summary>SHA-256 over the batch's event hashes, lower-case hexadecimal.</summary>
    public required string Root { get; init; }

    /// <summary>SHA-256 over the previous head and this link.</summary>
    public required string Head { get; init; }
}

internal sealed class AuditSealMapping : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable("audit_seals");
        builder.HasKey(s => new { s.NodeId, s.Number });
        builder.Property(s => s.FromTx).HasColumnType("xid8");
        builder.Property(s => s.ToTx).HasColumnType("xid8");
        builder.Property(s => s.Root).HasMaxLength(64);
        builder.Property(s => s.Head).HasMaxLength(64);
        builder.Behind(Wall.Published).AppMay(Access.Select).DispatchMay(Access.Select | Access.Insert);
    }
}
