namespace IpNetwork.SignOn.Data;

/// <summary>How often somebody guessed wrong lately, and from when on the next guess is looked at.</summary>
internal sealed class Throttle
{
    public required string Key { get; init; }

    public required int Failures { get; init; }

    public required DateTimeOffset LastAt { get; init; }

    public required DateTimeOffset OpenAt { get; init; }
}
