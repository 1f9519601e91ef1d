using IpNetwork.App.Data.Trail;

namespace IpNetwork.App.Outbox;

/// <summary>
/// Hands one kind of message to what carries it on; throwing means not sent. Where a deployment has no sender for a kind,
/// its messages wait unclaimed, lose nothing, and the health check says so.
/// </summary>
internal interface IMessageSender
{
    public MessageKind Kind { get; }

    public Task SendAsync(OutgoingMessage message, CancellationToken ct);
}
