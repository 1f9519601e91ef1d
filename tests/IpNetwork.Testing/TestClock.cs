namespace IpNetwork.Testing;

/// <summary>The system's clock, moved by a test.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan offset;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;

    public void Advance(TimeSpan by) => offset += by;

    public void MoveTo(DateTimeOffset moment) => offset = moment - base.GetUtcNow();
}
