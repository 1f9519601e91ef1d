using IpNetwork.App.Data.Trail;

namespace IpNetwork.App.Outbox;

/// <summary>Claims a batch, sends it lane by lane, marks each message. Killed anywhere, the lease brings it back: sent at least once.</summary>
internal sealed partial class Dispatcher(OutboxTable table, IEnumerable<IMessageSender> senders, OutboxSettings settings, ILogger<Dispatcher> logger)
{
    private readonly Dictionary<MessageKind, IMessageSender> senders = senders.ToDictionary(s => s.Kind);

    /// <returns>How many messages were claimed.</returns>
    public async Task<int> RunOnceAsync(CancellationToken ct)
    {
        var claimed = await table.ClaimAsync([.. senders.Keys.Select(k => k.ToString())], settings.Batch, settings.Lease, ct);
        if (claimed.Count == 0)
        {
            return 0;
        }

        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewing = RenewAsync(claimed, done.Token);
        try
        {
            var lanes = claimed.GroupBy(m => (m.NodeId, m.Kind)).Select(lane => lane.OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToList());
            await Parallel.ForEachAsync(lanes, new ParallelOptions { MaxDegreeOfParallelism = settings.Lanes, CancellationToken = ct }, SendLaneAsync);
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
            if (ct.IsCancellationRequested)
            {
                await table.ReleaseAsync(claimed, CancellationToken.None);
            }
        }

        return claimed.Count;
    }

    private async ValueTask SendLaneAsync(List<OutgoingMessage> lane, CancellationToken ct)
    {
        foreach (var message in lane)
        {
            ct.ThrowIfCancellationRequested();
            if (await TrySendAsync(message, ct) is { } error)
            {
                await FailAsync(message, error);
            }
            else if (!await table.MarkSentAsync(message, CancellationToken.None))
            {
                Fenced(message.Id, message.Claim);
            }
        }
    }

    private async Task<string?> TrySendAsync(OutgoingMessage message, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(settings.SendLimit);
        try
        {
            await senders[message.Kind].SendAsync(message, limit.Token);
            return null;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            NotSent(e, message.Kind, message.Topic, message.Id);
            return $"{e.GetType().Name}: {e.Message}";
        }
    }

    private async Task FailAsync(OutgoingMessage message, string error)
    {
        if (await table.MarkFailedAsync(message, error, settings, CancellationToken.None) is { IsDead: true, Attempts: var attempts })
        {
            Dead(message.Kind, message.Topic, message.Id, attempts);
        }
    }

    private async Task RenewAsync(List<OutgoingMessage> claimed, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(settings.Lease / 3, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ct.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await table.RenewAsync(claimed, settings.Lease, ct);
            }
            catch (Exception e) when (e is Npgsql.NpgsqlException or OperationCanceledException)
            {
                // The lease then runs out and another dispatcher takes over; the fence keeps our late marks away.
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} {Topic} {Id} not sent")]
    private partial void NotSent(Exception e, MessageKind kind, string topic, Guid id);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} {Topic} {Id} given up after {Attempts} attempts")]
    private partial void Dead(MessageKind kind, string topic, Guid id, int attempts);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Id} was claimed by another dispatcher since claim {Claim}")]
    private partial void Fenced(Guid id, int claim);
}
