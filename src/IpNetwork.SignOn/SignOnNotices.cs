namespace IpNetwork.SignOn;

internal sealed class SignOnNotices(IEnumerable<ISignOnEvents> listeners)
{
    public async Task SayAsync(SignOnEvent happened, CancellationToken ct)
    {
        foreach (var listener in listeners)
        {
            await listener.HearAsync(happened, ct);
        }
    }
}
