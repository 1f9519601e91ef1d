using IpNetwork.App.Data.Trail;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Outbox;

/// <summary>A claimed message. Its id stays the same however often it is sent: receivers drop what they have seen.</summary>
/// <param name="Claim">The fence of this claim; a mark made under an older one is lost.</param>
internal sealed record OutgoingMessage(NodeId NodeId, Guid Id, MessageKind Kind, string Topic, string? Recipient, string Payload, DateTimeOffset CreatedAt, int Claim);
