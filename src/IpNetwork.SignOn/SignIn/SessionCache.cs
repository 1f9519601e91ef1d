using Microsoft.Extensions.Caching.Memory;

namespace IpNetwork.SignOn.SignIn;

/// <summary>Spares the database the many requests of one page. What it holds is at most `SessionTrust` old.</summary>
internal sealed class SessionCache(SignOnOptions options) : IDisposable
{
    private readonly MemoryCache sessions = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public LiveSession? Find(string key) => sessions.Get<Kept>(key)?.Session;

    public void Keep(string key, LiveSession session)
    {
        // Counted from the first reading on, or a busy session would never be asked about again.
        var until = sessions.Get<Kept>(key)?.Until ?? DateTimeOffset.UtcNow + options.SessionTrust;
        sessions.Set(key, new Kept(session, until), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpiration = until });
    }

    public void Clear() => sessions.Clear();

    public void Dispose() => sessions.Dispose();

    private sealed record Kept(LiveSession Session, DateTimeOffset Until);
}
