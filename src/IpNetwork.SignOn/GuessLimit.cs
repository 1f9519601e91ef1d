namespace IpNetwork.SignOn;

/// <summary>
/// So many wrong guesses are free; from then on each one closes the door, twice as long as the last, never longer than
/// `LongestDelay`. Nobody is locked out for good: an honest person who waits that long is heard.
/// </summary>
public sealed record GuessLimit
{
    public required int Free { get; init; }

    public required TimeSpan FirstDelay { get; init; }

    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>After so long without a wrong guess the count starts anew.</summary>
    public TimeSpan Memory { get; init; } = TimeSpan.FromMinutes(15);
}
