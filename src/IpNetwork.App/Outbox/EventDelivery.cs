using IpNetwork.App.Data;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Outbox;

/// <summary>Hands an event to the rooms that listen to it, in the context of its node.</summary>
internal sealed class EventDelivery(IEnumerable<IEventHandler> handlers, NodeScopes scopes, NodeDirectory directory) : IMessageSender
{
    private readonly IReadOnlyList<IEventHandler> handlers = [.. handlers];

    public MessageKind Kind => MessageKind.Event;

    public async Task SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        var listeners = handlers.Where(h => h.Handles(message.Topic)).ToList();
        if (listeners.Count == 0)
        {
            return;
        }

        var nodes = await directory.CurrentAsync(ct);
        var node = nodes.ById(message.NodeId) ?? throw new InvalidOperationException($"Node {message.NodeId} is not known here yet.");
        var happened = NodeEvent.Read(message.Id, message.NodeId, message.Topic, message.CreatedAt, message.Payload);
        foreach (var listener in listeners)
        {
            await scopes.RunAsync(NodeDirectory.Tenant(node), services => listener.HandleAsync(happened, services, ct));
        }
    }
}
