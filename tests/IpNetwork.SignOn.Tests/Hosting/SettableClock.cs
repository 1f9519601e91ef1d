namespace IpNetwork.SignOn.Tests.Hosting;

/// <summary>Runs like the real one, some time ahead.</summary>
internal sealed class SettableClock : TimeProvider
{
    private TimeSpan ahead;

    public void Advance(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
