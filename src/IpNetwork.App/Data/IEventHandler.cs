using System.Text.Json;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Data;

/// <summary>
/// A room that listens to what happened in another. Called in the context of the event's node, at least once:
/// it must change nothing when it sees the same <see cref="NodeEvent.Id"/> again.
/// </summary>
internal interface IEventHandler
{
    public bool Handles(string topic);

    public Task HandleAsync(NodeEvent happened, IServiceProvider inNodeContext, CancellationToken ct);
}

/// <param name="Id">The same in every delivery of this event.</param>
/// <param name="Topic">The verb of the <see cref="Happening"/>.</param>
internal sealed record NodeEvent(Guid Id, NodeId NodeId, string Topic, DateTimeOffset At, string SubjectKind, string SubjectId, JsonElement? Detail)
{
    public static NodeEvent Read(Guid id, NodeId node, string topic, DateTimeOffset at, string payload)
    {
        var body = JsonSerializer.Deserialize<Body>(payload, WireJson.Options) ?? throw new JsonException("An event without a body.");
        return new(id, node, topic, at, body.SubjectKind, body.SubjectId, body.Detail);
    }

    private sealed record Body(string SubjectKind, string SubjectId, JsonElement? Detail);
}
