using IpNetwork.SignOn.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IpNetwork.SignOn;

/// <summary>Brings schema `signon` up to date.</summary>
public static class SignOnDatabase
{
    private const long MigrationLock = 0x5349474E4F4E;

    /// <param name="connectionString">
    /// The owner's login, or an administrative one that may become `ipnet_owner`; everything made belongs to that role.
    /// The roles `ipnet_owner` and `ipnet_signon` must exist, and the owner must be allowed to create a schema.
    /// </param>
    public static async Task MigrateAsync(string connectionString, CancellationToken ct = default)
    {
        var asOwner = AsOwner(connectionString);
        await using var gate = new NpgsqlConnection(asOwner);
        await gate.OpenAsync(ct);
        await using var take = new NpgsqlCommand("select pg_advisory_lock($1)", gate) { Parameters = { new() { Value = MigrationLock } } };
        await take.ExecuteNonQueryAsync(ct);

        await using var db = new SignOnDb(new DbContextOptionsBuilder<SignOnDb>().UseSignOn(asOwner).Options);
        await db.Database.MigrateAsync(ct);
    }

    internal static DbContextOptionsBuilder<SignOnDb> UseSignOn(this DbContextOptionsBuilder<SignOnDb> options, string connectionString) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable(SignOnDb.History, SignOnDb.Schema));

    private static string AsOwner(string connectionString)
    {
        // Closing an unpooled connection is what lets go of the lock, whatever happened before.
        var owner = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        if (owner.Options?.Contains("role=", StringComparison.Ordinal) is not true)
        {
            owner.Options = $"{owner.Options} -c role=ipnet_owner".Trim();
        }

        return owner.ConnectionString;
    }
}
