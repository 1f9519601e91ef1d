using IpNetwork.App.Data.Trail;
using IpNetwork.Domain.Kernel;
using Npgsql;

namespace IpNetwork.App.Data.Sealing;

/// <summary>Computes a network's chain anew from its events and compares it with the seals and with the published heads.</summary>
internal sealed class ChainCheck(NpgsqlDataSource source, HeadLog log)
{
    private const int Page = 5_000;

    public async Task<IReadOnlyList<ChainReport>> RunAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var reports = new List<ChainReport>();
        foreach (var (network, slug) in await SealTable.NetworksAsync(connection, ct))
        {
            reports.Add(await CheckAsync(connection, network, slug, ct));
        }

        return reports;
    }

    private async Task<ChainReport> CheckAsync(NpgsqlConnection connection, NodeId network, string slug, CancellationToken ct)
    {
        // The file first: what is sealed meanwhile is then in the table, not the other way round.
        var published = await log.ReadAsync(slug, ct);
        var walk = new ChainWalk(published.Where(p => p.Number > 0).GroupBy(p => p.Number).ToDictionary(g => g.Key, g => g.Select(p => p.Head).Distinct().ToList()));
        await using var second = await source.OpenConnectionAsync(ct);
        await using var events = new SealedEvents(second, network);
        for (var page = await NextAsync(); page.Count > 0; page = await NextAsync())
        {
            foreach (var seal in page)
            {
                walk.Take(seal, await events.OfAsync(seal.Range(), ct));
            }
        }

        var (unsealed, stray) = await BeyondAsync(connection, network, walk, ct);
        return new(slug, walk.Events + unsealed, walk.Seals, walk.Head, unsealed, published.Count, walk.Verdict(stray));

        Task<List<AuditSeal>> NextAsync() => SealTable.AfterAsync(connection, network, walk.Number, Page, ct);
    }

    /// <summary>Events not sealed yet, and those that no later link could take: in a cluster left behind, or of a transaction not yet begun.</summary>
    private static async Task<(long Unsealed, long Stray)> BeyondAsync(NpgsqlConnection connection, NodeId network, ChainWalk walk, CancellationToken ct)
    {
        var (unsealed, stray) = (0L, 0L);
        var current = (await SealTable.HorizonAsync(connection, ct)).Cluster;
        foreach (var cluster in await SealTable.ClustersAsync(connection, network, ct))
        {
            var (all, unborn) = await SealTable.CountAsync(connection, network, cluster, walk.EndOf(cluster), ct);
            var lost = cluster == current ? unborn : walk.LastCluster == current ? all : 0;
            stray += lost;
            unsealed += all - lost;
        }

        return (unsealed, stray);
    }
}

/// <summary>Reads the events of one link after the other; links that follow each other share one reading.</summary>
internal sealed class SealedEvents(NpgsqlConnection connection, NodeId network) : IAsyncDisposable
{
    private readonly Gathering gathering = new();
    private EventStream? stream;
    private Span read;
    private bool waiting;

    public async Task<Batch> OfAsync(Span span, CancellationToken ct)
    {
        if (stream is null || span.Cluster != read.Cluster || span.From != read.To)
        {
            await DisposeStreamAsync();
            stream = await EventStream.OpenAsync(connection, network, span with { To = ulong.MaxValue }, ct);
            waiting = await stream.NextAsync(ct);
        }

        for (; waiting && stream.Tx < span.To; waiting = await stream.NextAsync(ct))
        {
            gathering.Add(stream.Hash);
        }

        read = span;
        return gathering.Take();
    }

    public async ValueTask DisposeAsync()
    {
        await DisposeStreamAsync();
        gathering.Dispose();
    }

    private async Task DisposeStreamAsync()
    {
        if (stream is not null)
        {
            await stream.DisposeAsync();
        }
    }
}
