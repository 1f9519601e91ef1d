using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Data.Trail;

/// <summary>A creation that was acknowledged under a caller's key, so that a retry is answered with the same resource. Refusals are not kept.</summary>
internal sealed class IdempotencyRow
{
    public required NodeId NodeId { get; init; }
    public required PersonId PersonId { get; init; }

    /// <summary>Method and route template.</summary>
    public required string Route { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 of the canonical request.</summary>
    public required string Fingerprint { get; init; }
    public required int Status { get; init; }

    /// <summary>What was created, as the tail of its address.</summary>
    public required string Result { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class IdempotencyRowMapping : IEntityTypeConfiguration<IdempotencyRow>
{
    public void Configure(EntityTypeBuilder<IdempotencyRow> builder)
    {
        builder.ToTable("idempotency_keys");
        builder.HasKey(r => new { r.NodeId, r.PersonId, r.Route, r.Key });
        builder.HasIndex(r => new { r.NodeId, r.CreatedAt });
        builder.Property(r => r.Key).HasMaxLength(255);
        builder.Property(r => r.Fingerprint).HasMaxLength(64);
        builder.AppMay(Access.Select | Access.Insert | Access.Delete).NotOverseen();
    }
}
