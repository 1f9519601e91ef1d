using IpNetwork.SignOn.Data;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.SignOn;

/// <summary>Throws away what nobody asks for any more. Safe to run at any time, on several processes.</summary>
public sealed class Upkeep
{
    private static readonly TimeSpan KeepSessions = TimeSpan.FromDays(30);
    private static readonly TimeSpan KeepThrottles = TimeSpan.FromDays(1);

    private readonly IDbContextFactory<SignOnDb> databases;
    private readonly TimeProvider clock;

    internal Upkeep(IDbContextFactory<SignOnDb> databases, TimeProvider clock) => (this.databases, this.clock) = (databases, clock);

    public async Task SweepAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => s.ExpiresAt < now - KeepSessions).ExecuteDeleteAsync(ct);
        await db.Throttles.Where(t => t.LastAt < now - KeepThrottles && t.OpenAt < now).ExecuteDeleteAsync(ct);
    }
}
