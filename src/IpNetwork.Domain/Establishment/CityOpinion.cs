using IpNetwork.Domain.Kernel;

namespace IpNetwork.Domain.Establishment;

/// <summary>The territorial opinion: a city recommends or does not; it approves nothing (APP-11, NET-03).</summary>
public sealed record CityOpinion
{
    public required NodeId From { get; init; }

    public required bool Recommends { get; init; }

    public required string Text { get; init; }

    public required Signature By { get; init; }
}
