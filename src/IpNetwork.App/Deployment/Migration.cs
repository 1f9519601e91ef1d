using IpNetwork.App.Data;
using IpNetwork.App.Tenancy;
using IpNetwork.SignOn;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IpNetwork.App.Deployment;

/// <summary>Brings the schema up to date with the owner's rights: tables first, then the walls that the model asks for.</summary>
internal static class Migration
{
    public static async Task<int> CommandAsync(Settings settings, CancellationToken ct)
    {
        await AllAsync(settings, ct);
        Console.WriteLine("表结构、权限与隔离策略已是最新。");
        return 0;
    }

    /// <summary>Where an administrator's login is given, roles and schemas too; in production a person has laid them.</summary>
    public static async Task AllAsync(Settings settings, CancellationToken ct)
    {
        if (settings.Logins.Administrator is { } administrator)
        {
            await DatabaseRoles.EnsureAsync(administrator, ct);
        }

        await RunAsync(settings.Logins.Owner, ct);
        await SignOnDatabase.MigrateAsync(settings.Logins.Owner, ct);
    }

    /// <summary>For a developer's starts: passes over a database that this very build has brought up to date. False when nothing had to be done.</summary>
    public static async Task<bool> AllIfChangedAsync(Settings settings, CancellationToken ct)
    {
        var build = $"ipnetwork build {typeof(Migration).Module.ModuleVersionId} {typeof(SignOnDatabase).Module.ModuleVersionId}";
        if (settings.Logins.Administrator is not { } administrator)
        {
            await AllAsync(settings, ct);
            return true;
        }

        await using var connection = new NpgsqlConnection(administrator);
        await connection.OpenAsync(ct);
        await using var last = new NpgsqlCommand("select obj_description(to_regnamespace('ipnet'), 'pg_namespace')", connection);
        if (await last.ExecuteScalarAsync(ct) as string == build)
        {
            return false;
        }

        await AllAsync(settings, ct);
        await using var mark = new NpgsqlCommand($"comment on schema ipnet is '{build}'", connection);
        await mark.ExecuteNonQueryAsync(ct);
        return true;
    }

    private static async Task RunAsync(string owner, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        var options = new DbContextOptionsBuilder<NetworkDb>();
        DataServices.Use(options, source);
        await using var db = new NetworkDb(options.Options, new CurrentNode(), new CurrentPerson());
        await db.Database.MigrateAsync(ct);

        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var walls = new NpgsqlCommand($"select pg_advisory_xact_lock(714001); {Walls.Sql(db.Model)}", connection, transaction);
        await walls.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        await QuartzSchema.ProvisionAsync(connection, ct);
    }
}
