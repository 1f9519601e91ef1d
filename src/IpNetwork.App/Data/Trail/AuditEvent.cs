using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Data.Trail;

/// <summary>What was done, by whom, for which node, when and why. Append-only by database privilege.</summary>
internal sealed class AuditEvent
{
    public required NodeId NodeId { get; init; }
    public required Guid Id { get; init; }
    public required NodeId NetworkId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Null for the program itself.</summary>
    public required PersonId? PersonId { get; init; }
    public required string PersonName { get; init; }
    public required string? Role { get; init; }

    /// <summary>The node the person acted for; differs from <see cref="NodeId"/> when a parent acts on its child.</summary>
    public required NodeId ActingNodeId { get; init; }
    public required string Verb { get; init; }
    public required string SubjectKind { get; init; }
    public required string SubjectId { get; init; }

    /// <summary>One Chinese sentence for the audit list, without personal data.</summary>
    public required string Summary { get; init; }
    public required string? Reason { get; init; }

    /// <summary>JSON of what changed, without personal data.</summary>
    public required string? Detail { get; init; }
    public required string? TraceId { get; init; }
    public required string? Source { get; init; }

    /// <summary>The writing transaction and its cluster, set by the database: the seal takes events behind the xmin horizon.</summary>
    public ulong Tx { get; private set; }
    public long Cluster { get; private set; }

    public static AuditEvent Of(TenantNode node, Actor actor, Happening happening, DateTimeOffset now) => new()
    {
        NodeId = node.Id,
        Id = Guid.CreateVersion7(now),
        NetworkId = node.NetworkId,
        At = now,
        PersonId = actor.PersonId,
        PersonName = actor.Name,
        Role = actor.Role,
        ActingNodeId = actor.NodeId,
        Verb = happening.Verb,
        SubjectKind = happening.SubjectKind,
        SubjectId = happening.SubjectId,
        Summary = happening.Summary,
        Reason = happening.Reason,
        Detail = happening.DetailJson,
        TraceId = actor.TraceId,
        Source = actor.Source,
    };
}

internal sealed class AuditEventMapping : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.ToTable("audit_events");
        builder.HasKey(e => new { e.NodeId, e.Id });
        builder.HasIndex(e => new { e.NodeId, e.At });
        builder.HasIndex(e => new { e.NodeId, e.SubjectKind, e.SubjectId });
        builder.HasIndex(e => new { e.NetworkId, e.Cluster, e.Tx });
        builder.Property(e => e.Summary).HasMaxLength(500);
        builder.Property(e => e.Reason).HasMaxLength(1000);
        builder.Property(e => e.Detail).HasColumnType("jsonb");
        builder.Property(e => e.Tx).HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()");
        builder.Property(e => e.Cluster).HasDefaultValueSql("(pg_control_system()).system_identifier");
        builder.AppMay(Access.Select | Access.Insert).DispatchMay(Access.Select);
    }
}
