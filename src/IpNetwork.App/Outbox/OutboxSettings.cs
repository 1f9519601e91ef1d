namespace IpNetwork.App.Outbox;

internal sealed record OutboxSettings
{
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(500);

    public int Batch { get; init; } = 100;

    /// <summary>Node and kind in parallel; within them one after the other.</summary>
    public int Lanes { get; init; } = 4;

    /// <summary>How long a claim holds when its dispatcher falls silent; a living one renews it.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan SendLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Before the second attempt; four times as long before each further one, at most <see cref="LongestPause"/>. Ten attempts outlast six hours.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromHours(2);

    public int Attempts { get; init; } = 10;

    public TimeSpan PauseAfter(int attempts) =>
        TimeSpan.FromTicks((long)Math.Min(LongestPause.Ticks, FirstPause.Ticks * Math.Pow(4, attempts - 1)));
}
