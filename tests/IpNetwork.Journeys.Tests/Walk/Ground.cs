using IpNetwork.Testing;

namespace IpNetwork.Journeys.Tests.Walk;

/// <summary>The nodes that pages are visited at, and what stands there.</summary>
internal sealed record Ground(TestNode Province, TestNode City, TestNode Park)
{
    /// <summary>What fills a route's parameter, by `route#parameter` or by the parameter's name alone; each value is a page of its own.</summary>
    public IReadOnlyDictionary<string, string[]> Values { get; init; } = new Dictionary<string, string[]>();

    /// <summary>Routes that have something to show at some nodes only.</summary>
    public IReadOnlyDictionary<string, TestNode[]> Places { get; init; } = new Dictionary<string, TestNode[]>();

    /// <summary>Routes that a builder opens, each for what is its own.</summary>
    public IReadOnlySet<string> OfBuilders { get; init; } = new HashSet<string>();

    /// <summary>Pages of another product that we only serve: their words and marks are not ours to judge.</summary>
    public IReadOnlySet<string> Foreign { get; init; } = new HashSet<string>();

    public IReadOnlyList<Visit> Extra { get; init; } = [];
}
