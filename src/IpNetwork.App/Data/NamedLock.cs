using Microsoft.EntityFrameworkCore;

namespace IpNetwork.App.Data;

/// <summary>Lets one transaction at a time decide about something that no single row stands for. Held to the end of the transaction.</summary>
internal static class NamedLock
{
    public static Task TakeAsync(NetworkDb db, string name, CancellationToken ct) =>
        db.Database.CurrentTransaction is null
            ? throw new InvalidOperationException("A named lock needs a transaction.")
            : db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({name}, 11))", ct);
}
