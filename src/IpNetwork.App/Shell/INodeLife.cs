using System.Text.Json.Serialization;
using IpNetwork.Domain.Nodes;

namespace IpNetwork.App.Shell;

/// <summary>A room tells its part of a node's life, from its own records. Every room may register one; the page of the whole life shows them together.</summary>
internal interface INodeLife
{
    public Task<IReadOnlyList<LifeEntry>> OfAsync(LifeReading reading, CancellationToken ct);
}

/// <param name="ByProvince">The province reads: with the officers' names and what they wrote for each other.</param>
internal sealed record LifeReading(Node Node, bool ByProvince);

/// <summary>One thing that happened to a node, or on the way to it.</summary>
/// <param name="What">One phrase.</param>
/// <param name="By">Which side did it.</param>
public sealed record LifeEntry(DateOnly On, string What, string By)
{
    /// <summary>Orders what happened on one day; null where only the day is known.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What was said with it, in full; lines broken as they were written.</summary>
    public string? Says { get; init; }

    public string? Document { get; init; }

    public string? Person { get; init; }

    [JsonIgnore]
    public Tone Tone { get; init; } = Tone.Ok;
}
