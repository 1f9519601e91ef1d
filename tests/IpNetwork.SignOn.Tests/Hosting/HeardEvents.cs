using System.Collections.Concurrent;

namespace IpNetwork.SignOn.Tests.Hosting;

internal sealed class HeardEvents : ISignOnEvents
{
    private readonly ConcurrentQueue<SignOnEvent> heard = new();

    public IEnumerable<T> Of<T>() => heard.OfType<T>();

    public Task HearAsync(SignOnEvent happened, CancellationToken ct)
    {
        heard.Enqueue(happened);
        return Task.CompletedTask;
    }
}
