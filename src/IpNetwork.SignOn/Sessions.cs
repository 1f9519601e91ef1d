using System.Buffers.Text;
using System.Security.Cryptography;
using IpNetwork.SignOn.Data;
using IpNetwork.SignOn.SignIn;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.SignOn;

/// <param name="Cookie">What the browser sends back. It is known here and there, and kept nowhere.</param>
public sealed record StartedSession(Guid Id, string Cookie);

/// <summary>Sessions live in the database: what is ended here is over on every process within a second.</summary>
public sealed class Sessions
{
    private const int SecretLength = 32;
    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(1);

    private readonly IDbContextFactory<SignOnDb> databases;
    private readonly SessionCache cache;
    private readonly SignOnNotices notices;
    private readonly SignOnOptions options;
    private readonly TimeProvider clock;

    internal Sessions(IDbContextFactory<SignOnDb> databases, SessionCache cache, SignOnNotices notices, SignOnOptions options, TimeProvider clock)
    {
        (this.databases, this.cache, this.notices, this.options, this.clock) = (databases, cache, notices, options, clock);
    }

    /// <summary>Signs an account in. Tests mint their sessions here and send `Cookie` under `CookieName`.</summary>
    public async Task<StartedSession> StartAsync(Guid accountId, string? address, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var secret = RandomNumberGenerator.GetBytes(SecretLength);
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            AccountId = accountId,
            SecretHash = SHA256.HashData(secret),
            StartedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + options.AbsoluteLimit,
            Address = address,
        };

        await using var db = await databases.CreateDbContextAsync(ct);
        db.Add(session);
        await db.SaveChangesAsync(ct);
        await notices.SayAsync(new SignedIn(now, accountId, session.Id, address), ct);
        return new(session.Id, Base64Url.EncodeToString(secret));
    }

    public string CookieName => options.SessionCookie;

    internal async Task<LiveSession?> FindAsync(string cookie, CancellationToken ct)
    {
        if (HashOf(cookie) is not { } hash)
        {
            return null;
        }

        var key = Convert.ToHexString(hash);
        if ((cache.Find(key) ?? await ReadAsync(hash, ct)) is not { } found)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (EndOf(found, now) is { } end)
        {
            await EndAsync(found.Id, end, ct);
            return null;
        }

        if (now - found.LastSeenAt >= NoteEvery)
        {
            await NoteAsync(found.Id, now, ct);
            found = found with { LastSeenAt = now };
        }

        cache.Keep(key, found);
        return found;
    }

    internal async Task<IReadOnlyList<OpenSession>> OpenOfAsync(Guid accountId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Sessions
            .Where(s => s.AccountId == accountId && s.EndedAt == null && s.ExpiresAt > now && s.LastSeenAt > now - options.IdleLimit)
            .OrderByDescending(s => s.LastSeenAt)
            .Select(s => new OpenSession(s.Id, s.StartedAt, s.LastSeenAt, s.Address))
            .ToListAsync(ct);
    }

    internal Task EndAsync(Guid sessionId, SessionEnd reason, CancellationToken ct) =>
        EndWhereAsync(open => open.Where(s => s.Id == sessionId), reason, ct);

    internal Task<int> EndAllAsync(Guid accountId, SessionEnd reason, Guid? except, CancellationToken ct) =>
        EndWhereAsync(open => open.Where(s => s.AccountId == accountId && s.Id != except), reason, ct);

    private async Task<int> EndWhereAsync(Func<IQueryable<Session>, IQueryable<Session>> which, SessionEnd reason, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await which(db.Sessions.Where(s => s.EndedAt == null)).Select(s => new { s.Id, s.AccountId }).ToListAsync(ct);
        var ended = 0;
        foreach (var session in open)
        {
            // Two may end it at once; the one who did tells of it.
            var mine = await db.Sessions
                .Where(s => s.Id == session.Id && s.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now).SetProperty(s => s.EndedBy, reason), ct);
            cache.Clear();
            if (mine == 1)
            {
                ended++;
                await notices.SayAsync(new SessionEnded(now, session.AccountId, session.Id, reason), ct);
            }
        }

        return ended;
    }

    private async Task<LiveSession?> ReadAsync(byte[] hash, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await LiveByHash(db, hash, ct);
    }

    private async Task NoteAsync(Guid sessionId, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => s.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), ct);
    }

    private SessionEnd? EndOf(LiveSession session, DateTimeOffset now) =>
        now >= session.ExpiresAt ? SessionEnd.Expired
        : now - session.LastSeenAt >= options.IdleLimit ? SessionEnd.Idle
        : null;

    private static byte[]? HashOf(string cookie)
    {
        if (cookie.Length != Base64Url.GetEncodedLength(SecretLength) || !Base64Url.IsValid(cookie))
        {
            return null;
        }

        Span<byte> secret = stackalloc byte[SecretLength];
        return Base64Url.TryDecodeFromChars(cookie, secret, out var written) && written == SecretLength ? SHA256.HashData(secret) : null;
    }

    private static readonly Func<SignOnDb, byte[], CancellationToken, Task<LiveSession?>> LiveByHash = EF.CompileAsyncQuery(
        (SignOnDb db, byte[] hash, CancellationToken ct) =>
            (from session in db.Sessions
             join account in db.Accounts on session.AccountId equals account.Id
             where session.SecretHash == hash && session.EndedAt == null && account.DisabledAt == null
             select new LiveSession(session.Id, account.Id, account.Name, session.LastSeenAt, session.ExpiresAt)).FirstOrDefault());
}
