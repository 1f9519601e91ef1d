using System.Text.Json;
using IpNetwork.App.Data.Trail;
using IpNetwork.App.Tenancy;

namespace IpNetwork.App.Outbox;

/// <summary>Development's mailman: one file per message under <c>outbox/</c>, complete or not there. A repeated message changes nothing.</summary>
internal sealed class FileDropSender(MessageKind kind, string folder) : IMessageSender
{
    private static readonly JsonSerializerOptions Json = new(WireJson.Options) { WriteIndented = true };

    private readonly string folder = Path.Combine(folder, kind.ToString().ToLowerInvariant());

    public MessageKind Kind => kind;

    public async Task SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        var file = Path.Combine(folder, $"{message.Id}.json");
        if (File.Exists(file))
        {
            return;
        }

        Directory.CreateDirectory(folder);
        var draft = $"{file}.{Guid.NewGuid():n}.tmp";
        await using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
        {
            await JsonSerializer.SerializeAsync(stream, new
            {
                message.Id,
                node = message.NodeId.Value,
                message.Kind,
                message.Topic,
                message.Recipient,
                message.CreatedAt,
                payload = JsonSerializer.Deserialize<JsonElement>(message.Payload),
            }, Json, ct);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file, overwrite: true);
    }
}
