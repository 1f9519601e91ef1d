using System.Text.Json;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Data.Trail;

internal enum MessageKind
{
    /// <summary>For the program's own rooms.</summary>
    Event,
    Mail,
    Sms,
    Webhook,
}

/// <summary>What must leave once the transaction has committed: at least once, de-duplicated by <see cref="Id"/>.</summary>
internal sealed class OutboxMessage
{
    public required NodeId NodeId { get; init; }
    public required Guid Id { get; init; }
    public required MessageKind Kind { get; init; }
    public required string Topic { get; init; }
    public required string? Recipient { get; init; }
    public required string Payload { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before this moment: the creation, a retry after a failure, or the end of a lease.</summary>
    public DateTimeOffset DueAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>Raised with every claim; a stale dispatcher's mark does not match and is lost.</summary>
    public int Fence { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? DeadAt { get; private set; }
    public string? LastError { get; private set; }

    /// <summary>Tells the program's own rooms what happened.</summary>
    public static OutboxMessage Event(NodeId node, Happening happening, DateTimeOffset now) =>
        Create(node, MessageKind.Event, happening.Verb, null, JsonSerializer.Serialize(new { happening.SubjectKind, happening.SubjectId, happening.Detail }, WireJson.Options), now);

    public static OutboxMessage Create(NodeId node, MessageKind kind, string topic, string? recipient, string payload, DateTimeOffset now) => new()
    {
        NodeId = node,
        Id = Guid.CreateVersion7(now),
        Kind = kind,
        Topic = topic,
        Recipient = recipient,
        Payload = payload,
        CreatedAt = now,
        DueAt = now,
    };
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox");
        builder.HasKey(m => new { m.NodeId, m.Id });
        builder.HasIndex(m => m.DueAt).HasFilter("sent_at is null and dead_at is null");
        builder.Property(m => m.Payload).HasColumnType("jsonb");
        builder.Property(m => m.LastError).HasMaxLength(1000);
        builder.AppMay(Access.Select | Access.Insert).DispatchMay(Access.Select | Access.Update).NotOverseen();
    }
}
